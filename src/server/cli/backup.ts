import type { BackupHead } from '../../use-cases/ports/backup';
import { buildProgressBar } from './buildProgressBar';
import type { ProgressBar } from './buildProgressBar';
import type { Terminal } from './buildTerminal';
import type { BackupCommand, BackupCommandDeps } from './operatorCommand';
import { readText } from './readOption';

const BYTES_IN_MB = 1_000_000;

/** `support-credits backup`: the whole database as one file, while the bridge runs. */
export const backup: BackupCommand = {
  needs: 'backup',
  summary: 'write the whole database into a file, while the bridge runs',
  usage: 'support-credits backup --out FILE',
  options: { out: { type: 'string' } },
  prepare: (values, terminal) => {
    const path = readText(values, 'out');
    return async (deps) => {
      const { head, byteCount } = await writeBackup(deps, path, terminal);
      await terminal.write(
        `Backed up: ${head.entryCount} entries of ${head.accountCount} accounts as of ${head.madeAt}, ` +
          `${describeSize(byteCount)} in ${path}.\n`,
      );
      return 0;
    };
  },
};

type Written = { head: BackupHead; byteCount: number };

async function writeBackup(
  { source, createFile }: BackupCommandDeps,
  path: string,
  terminal: Terminal,
): Promise<Written> {
  const file = await createFile(path);
  let bar: ProgressBar | undefined;
  let head: BackupHead | undefined;
  let byteCount = 0;
  try {
    const pieces = source.read(
      (made) => (head = made),
      (done, total) => {
        bar ??= buildProgressBar(terminal, total);
        bar.show(done, `${Math.round(byteCount / BYTES_IN_MB)} MB written`);
      },
    );
    for await (const piece of pieces) {
      await file.write(piece);
      byteCount += piece.length;
    }
    await file.keep();
  } finally {
    bar?.end();
    await file.discard();
  }
  if (head === undefined) throw new Error('Defect: a backup says nothing of itself.');
  return { head, byteCount };
}

function describeSize(byteCount: number): string {
  return byteCount < BYTES_IN_MB
    ? `${Math.ceil(byteCount / 1_000)} kB`
    : `${(byteCount / BYTES_IN_MB).toFixed(1)} MB`;
}
