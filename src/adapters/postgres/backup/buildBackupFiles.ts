import type { BackupFiles, BackupProgress, LoadedBackup } from '../../../use-cases/ports/backup';
import { checkBackup } from './checkBackup';
import type { WholeBackup } from './checkBackup';
import { connectForLong } from './connectForLong';
import { loadBackup } from './loadBackup';
import { toBackupError } from './toBackupError';

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
    throw toBackupError(error);
  }
}
