import { AdapterError } from '../../../use-cases/ports/AdapterError';

/**
 * - `backup_unreadable`: the file is no backup of this program.
 * - `backup_damaged`: a byte of it differs from what was written, or is missing.
 * - `backup_newer`: this build does not know all that is in it.
 * - `ledger_not_empty`: the database has entries, which nothing may replace.
 * - `database_in_use`: somebody works on the database that is to be loaded.
 */
export type BackupCode =
  'backup_unreadable' | 'backup_damaged' | 'backup_newer' | 'ledger_not_empty' | 'database_in_use';

/** Builds the failure of a backup; `message` is for the operator, without anything of what the file holds. */
export function backupError(code: BackupCode, message: string, cause?: unknown): AdapterError {
  return new AdapterError(message, { code, retry: false, cause });
}

/** `why` is the end of a sentence. */
export function damagedError(why: string, cause?: unknown): AdapterError {
  return backupError(
    'backup_damaged',
    `The backup is damaged or not whole (${why}). Nothing was changed: take another one.`,
    cause,
  );
}
