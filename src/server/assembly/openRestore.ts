import { buildBackupFiles } from '../../adapters/postgres/backup/buildBackupFiles';
import { buildPool } from '../../adapters/postgres/buildPool';
import { buildLedgerProof } from '../../adapters/postgres/verify/buildLedgerProof';
import { buildLogger } from '../../adapters/system/buildLogger';
import type { RestoreCommandDeps } from '../cli/operatorCommand';
import type { DatabaseConfig } from '../config';
import type { StopList } from '../stopList';
import { openDatabase } from './openDatabase';

/** For the restore, which opens the database as a bridge does: nobody else may work on it. */
export function openRestore(config: DatabaseConfig, stops: StopList): RestoreCommandDeps {
  return {
    mode: config.mode,
    files: buildBackupFiles(),
    openTarget: async () => {
      const logger = buildLogger('warn', process.stderr);
      const databaseUrl = await openDatabase(config, logger, stops);
      const pool = buildPool({ connectionString: databaseUrl, logger });
      stops.add(() => pool.end());
      return { databaseUrl, proof: buildLedgerProof(pool) };
    },
  };
}
