import { types } from 'node:util';
import type { BackupFiles, BackupProgress, LoadedBackup } from '../../../use-cases/ports/backup';
import { toDatabaseError } from '../toDatabaseError';
import { backupError, damagedError } from './backupError';
import { checkBackup } from './checkBackup';
import type { WholeBackup } from './checkBackup';
import { connectForLong } from './connectForLong';
import { loadBackup } from './loadBackup';

/** Backups in files of this machine. */
export function buildBackupFiles(): BackupFiles {
  return {
    async check(path, onProgress) {
      const whole = await checkBackup(path, onProgress);
      return { head: whole.head, load: (databaseUrl, onLoaded) => load(whole, databaseUrl, onLoaded) };
    },
  };
}

async function load(
  backup: WholeBackup,
  connectionString: string,
  onProgress: BackupProgress,
): Promise<LoadedBackup> {
  try {
    const client = await connectForLong(connectionString);
    try {
      return await loadBackup({ client, connectionString, backup, onProgress });
    } finally {
      // What was not committed ends with the connection.
      await client.end();
    }
  } catch (error) {
    throw toDatabaseError(toLoadingError(error));
  }
}

/** SQLSTATE: a lock that was not given in time, and data that the types or guards of the schema refuse. */
const LOCK_NOT_AVAILABLE = '55P03';
const REFUSED_DATA = /^2[23]/;

function toLoadingError(error: unknown): unknown {
  // Not `instanceof`: an error of the network is made outside the realm of a test.
  if (!types.isNativeError(error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (error.code === LOCK_NOT_AVAILABLE) {
    const message = 'Somebody works on the database, or changes its schema: restore when nobody does.';
    return backupError('database_in_use', message, error);
  }
  if (!REFUSED_DATA.test(error.code)) return error;
  const { table, constraint } = error as { table?: string; constraint?: string };
  return damagedError(`the database refuses a row of ${table ?? 'it'}: ${constraint ?? error.code}`, error);
}
