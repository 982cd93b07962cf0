import { buildBackupSource } from '../../adapters/postgres/backup/buildBackupSource';
import { buildLogger } from '../../adapters/system/buildLogger';
import { createNewFile } from '../../adapters/system/createNewFile';
import type { BackupCommandDeps } from '../cli/operatorCommand';
import type { DatabaseConfig } from '../config';
import type { StopList } from '../stopList';
import type { OpenForCommand } from './openDatabase';

/** For the backup, which reads beside a running bridge. */
export async function openBackup(
  config: DatabaseConfig,
  open: OpenForCommand,
  stops: StopList,
): Promise<BackupCommandDeps> {
  const { connectionString } = await open(config, buildLogger('warn', process.stderr));
  return {
    source: buildBackupSource(connectionString),
    createFile: async (path) => {
      const file = await createNewFile(path);
      stops.add(() => file.discard());
      return file;
    },
  };
}
