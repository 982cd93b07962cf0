import type { BackupProgress } from '../../../use-cases/ports/backup';
import { listMigrations } from '../schemaMigrations';
import { backupError } from './backupError';
import type { HeadLine } from './backupLines';
import { readSeal, readSealed } from './seal';
import type { SealedFile } from './seal';
import { readHead } from './walkBackup';

/** A file of which every byte is as it was written. */
export type WholeBackup = { sealed: SealedFile; head: HeadLine };

/**
 * Reads every byte of the file and loads nothing. Fails with `backup_unreadable`, `backup_damaged` or, for a backup of a newer
 * build, `backup_newer`.
 */
export async function checkBackup(path: string, onProgress: BackupProgress): Promise<WholeBackup> {
  const sealed = await readSeal(path);
  const bytes = readSealed(sealed, onProgress);
  for (let next = await bytes.next(); next.done !== true;) next = await bytes.next();
  const head = await readHead(sealed);
  const known = await listMigrations();
  const unknown = head.migrations.filter((name) => !known.includes(name));
  if (unknown.length === 0) return { sealed, head };
  throw backupError(
    'backup_newer',
    `The backup is of a newer version, which has ${unknown.join(', ')}: restore it with that version or a newer one.`,
  );
}
