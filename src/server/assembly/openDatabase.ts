import { join } from 'node:path';
import type { Pool } from 'pg';
import { buildPool } from '../../adapters/postgres/buildPool';
import { claimMode } from '../../adapters/postgres/claimMode';
import { startEmbeddedPostgres } from '../../adapters/postgres/embedded/startEmbeddedPostgres';
import { isReady } from '../../adapters/postgres/isReady';
import { migrate } from '../../adapters/postgres/migrate';
import type { Logger } from '../../use-cases/ports/logger';
import { claimLedger } from '../claimLedger';
import { ConfigError } from '../config';
import type { DatabaseConfig } from '../config';
import type { StopList } from '../stopList';
import { POOL_STOP_MS } from '../stopTimes';

/** Under the data folder: the two modes never meet in one database. */
const EMBEDDED_FOLDERS = { live: 'postgres', shadow: 'postgres-shadow' } as const;

/** The address of the database: the configured one, or that of the embedded server, started here and stopped by `stops`. */
export async function openDatabase(config: DatabaseConfig, logger: Logger, stops: StopList): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const embedded = await stops.addStarting(
    startEmbeddedPostgres({ dataDir: join(config.dataDir, EMBEDDED_FOLDERS[config.mode]), logger }),
    (started) => started.stop(),
  );
  return embedded.connectionString;
}

/** The database of the bridge itself, brought to the newest schema and claimed for its mode. */
export async function openMigrated(config: DatabaseConfig, logger: Logger, stops: StopList): Promise<Pool> {
  const connectionString = await openDatabase(config, logger, stops);
  await migrate({ connectionString });
  const pool = buildPool({ connectionString, logger });
  stops.add(() => pool.end(), POOL_STOP_MS);
  await claimLedger((mode) => claimMode(pool, mode), config.mode);
  return pool;
}

/** The database for a command, which finds it as it has to be. Throws `ConfigError` when it does not. */
export async function openPool(config: DatabaseConfig, logger: Logger, stops: StopList): Promise<Pool> {
  const pool = buildPool({ connectionString: await openDatabase(config, logger, stops), logger });
  stops.add(() => pool.end());
  if (await isReady(pool)) {
    await claimLedger((mode) => claimMode(pool, mode), config.mode);
    return pool;
  }
  throw new ConfigError([
    'The database does not answer, or is not at the schema of this build: run support-credits migrate.',
  ]);
}
