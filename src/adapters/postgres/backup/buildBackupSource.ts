import type { BackupSource } from '../../../use-cases/ports/backup';
import { askDatabase } from '../askDatabase';
import { compress } from './compression';
import { connectForLong } from './connectForLong';
import { readBackup } from './readBackup';
import { toBackupError } from './toBackupError';

/** Backups of the database at this address, over a connection of their own. */
export function buildBackupSource(connectionString: string): BackupSource {
  return {
    async *read(onHead, onProgress) {
      const client = await askDatabase(() => connectForLong(connectionString));
      try {
        yield* compress(readBackup(client, { onHead, onProgress }));
      } catch (error) {
        throw toBackupError(error);
      } finally {
        await client.end();
      }
    },
  };
}
