import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { buildBackupFiles } from '../../../../src/adapters/postgres/backup/buildBackupFiles';
import { buildBackupSource } from '../../../../src/adapters/postgres/backup/buildBackupSource';
import { compress } from '../../../../src/adapters/postgres/backup/compression';
import type { BackupHead, LoadedBackup } from '../../../../src/use-cases/ports/backup';

const ignore = () => undefined;

/** Backs the database up into the file. */
export async function backUp(url: string, path: string): Promise<BackupHead> {
  let head: BackupHead | undefined;
  await write(
    path,
    buildBackupSource(url).read((made) => (head = made), ignore),
  );
  return head!;
}

/** Writes pieces of the text of a backup into the file. */
export const writeCompressed = (path: string, text: AsyncIterable<Buffer>): Promise<void> =>
  write(path, compress(text));

async function write(path: string, read: AsyncIterable<Uint8Array>): Promise<void> {
  const pieces: Uint8Array[] = [];
  for await (const piece of read) pieces.push(piece);
  await writeFile(path, Buffer.concat(pieces));
}

/** Restores the file into the database. */
export async function restore(path: string, url: string): Promise<LoadedBackup> {
  const checked = await buildBackupFiles().check(path, ignore);
  return checked.load(url, ignore);
}

/** What becomes of the file when it is only looked at: `whole`, or the code of the failure. */
export async function check(path: string): Promise<string> {
  return buildBackupFiles()
    .check(path, ignore)
    .then(
      () => 'whole',
      (error: { code: string }) => error.code,
    );
}

/** Writes the text of the backup anew, edited, as if it had been written so. */
export async function rewrite(from: string, to: string, edit: (text: string) => string): Promise<void> {
  const text = edit(gunzipSync(await readFile(from)).toString());
  const whole = async function* () {
    yield Buffer.from(text);
  };
  await writeCompressed(to, whole());
}
