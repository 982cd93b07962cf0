import type { BackupHead, BackupProgress, LoadedBackup } from '../../use-cases/ports/backup';
import type { BadRow } from '../../use-cases/ports/ledgerProof';
import { verifyLedger } from '../../use-cases/verifyLedger';
import { ConfigError } from '../config';
import { buildProgressBar } from './buildProgressBar';
import type { ProgressBar } from './buildProgressBar';
import type { Terminal } from './buildTerminal';
import { describeBadRow } from './describeBadRow';
import type { RestoreCommand } from './operatorCommand';
import { readText } from './readOption';

/** Zendesk's clock may differ from that of the database; what is swept twice changes nothing. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

/**
 * `support-credits restore`: brings a backup into a database without entries, and proves its ledger; 0 when it holds. The bridge
 * must not run on that database.
 */
export const restore: RestoreCommand = {
  needs: 'restore',
  summary: 'bring a backup into an empty database, while no bridge runs on it',
  usage: 'support-credits restore --from FILE',
  options: { from: { type: 'string' } },
  prepare: (values, terminal) => {
    const path = readText(values, 'from');
    return async ({ mode, files, openTarget }) => {
      const checked = await watched(terminal, 'checked', (onProgress) => files.check(path, onProgress));
      const { head } = checked;
      if (head.mode !== mode) throw toOtherModeError(head, mode);
      const { databaseUrl, proof } = await openTarget();
      const loaded = await watched(terminal, 'loaded', (onProgress) => checked.load(databaseUrl, onProgress));
      const { bad } = await watched(terminal, 'proved', (onProgress) =>
        verifyLedger(proof, (entryCount) => onProgress(entryCount, head.entryCount)),
      );
      await terminal.write(describeRestored(head, bad));
      terminal.say(bad === undefined ? describeNext(head, loaded) : BEFORE_USE);
      return bad === undefined ? 0 : 1;
    };
  },
};

/** Shows how far a step came, one bar a step. */
async function watched<Value>(
  terminal: Terminal,
  deed: string,
  work: (onProgress: BackupProgress) => Promise<Value>,
): Promise<Value> {
  let bar: ProgressBar | undefined;
  try {
    return await work((done, total) => {
      bar ??= buildProgressBar(terminal, total);
      bar.show(done, deed);
    });
  } finally {
    bar?.end();
  }
}

function toOtherModeError(head: BackupHead, mode: BackupHead['mode']): ConfigError {
  return new ConfigError([
    `The backup holds the ledger of ${head.mode} mode, and MODE is ${mode}: set MODE=${head.mode}, or take another backup.`,
  ]);
}

function describeRestored({ entryCount, accountCount, madeAt }: BackupHead, bad: BadRow | undefined): string {
  const what = `${entryCount} entries of ${accountCount} accounts as of ${madeAt}`;
  if (bad === undefined) return `Restored: ${what}. The ledger holds.\n`;
  return `Restored as they were: ${what}. ${describeBadRow(bad)}\n`;
}

const BEFORE_USE = 'The backup holds it so. Let no bridge run on it before that is understood.\n';

function describeNext({ mode, madeAt }: BackupHead, { leftOutJobCount }: LoadedBackup): string {
  const jobs =
    leftOutJobCount === 0
      ? ''
      : `Jobs left out, because the queue of this version is another one: ${leftOutJobCount}. Run support-credits sweep --from ` +
        'with a time some days before the backup: it looks at their tickets again.\n';
  // Shadow mode leaves no trace in the tickets; it decides again what changed since.
  if (mode === 'shadow') return jobs;
  const before = new Date(Date.parse(madeAt) - CLOCK_DIFFERENCE_MS).toISOString();
  return (
    `${jobs}What happened since is not in it. Before the bridge starts, run support-credits sweep --from ${before} --rebuild, which ` +
    'brings back what the tickets tell; then give again, with the same --key, what was given or taken by hand.\n'
  );
}
