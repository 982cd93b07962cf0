import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { buildPool } from '../../adapters/postgres/buildPool';
import { claimMode } from '../../adapters/postgres/claimMode';
import { findRunningServer } from '../../adapters/postgres/embedded/findRunningServer';
import { joinEmbeddedPostgres } from '../../adapters/postgres/embedded/joinEmbeddedPostgres';
import { startEmbeddedPostgres } from '../../adapters/postgres/embedded/startEmbeddedPostgres';
import { toEndedError } from '../../adapters/postgres/embedded/toEndedError';
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

/** A bridge that was joined while it starts has its schema by then. */
const MIGRATION_WAIT_MS = 15_000;
const POLL_MS = 200;

const embeddedFolder = ({ dataDir, mode }: DatabaseConfig) => join(dataDir, EMBEDDED_FOLDERS[mode]);

/**
 * The address of the database for who has it alone: the configured one, or that of the embedded server, started here and
 * stopped by `stops`.
 */
export async function openDatabase(config: DatabaseConfig, logger: Logger, stops: StopList): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const embedded = await stops.addStarting(
    startEmbeddedPostgres({ dataDir: embeddedFolder(config), logger }),
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

/** The database of a command; with `joinedFolder` it is the embedded one that another process runs in that folder. */
export type CommandDatabase = { pool: Pool; connectionString: string; joinedFolder: string | undefined };

/** How it is opened for the one command that a process runs. */
export type OpenForCommand = (config: DatabaseConfig, logger: Logger) => Promise<CommandDatabase>;

/**
 * The database for a command, which works beside a running bridge and finds the database as it has to be. Throws
 * `ConfigError` when it does not.
 */
export async function openForCommand(
  config: DatabaseConfig,
  logger: Logger,
  stops: StopList,
): Promise<CommandDatabase> {
  const { connectionString, joinedFolder } = await joinDatabase(config, logger, stops);
  const pool = buildPool({ connectionString, logger });
  stops.add(() => pool.end());
  await waitUntilReady(pool, joinedFolder);
  await claimLedger((mode) => claimMode(pool, mode), config.mode);
  return { pool, connectionString, joinedFolder };
}

async function joinDatabase(
  config: DatabaseConfig,
  logger: Logger,
  stops: StopList,
): Promise<Omit<CommandDatabase, 'pool'>> {
  if (config.databaseUrl !== undefined)
    return { connectionString: config.databaseUrl, joinedFolder: undefined };
  const dataDir = embeddedFolder(config);
  const waiting = new AbortController();
  const joining = stops.addStarting(
    joinEmbeddedPostgres({ dataDir, logger, signal: waiting.signal }),
    (found) => found.stop(),
  );
  // Stops run in reverse: told to end, the command first gives up waiting for another process.
  stops.add(async () => waiting.abort());
  const { connectionString, isJoined } = await joining;
  return { connectionString, joinedFolder: isJoined ? dataDir : undefined };
}

async function waitUntilReady(pool: Pool, joinedFolder: string | undefined): Promise<void> {
  const deadline = Date.now() + (joinedFolder === undefined ? 0 : MIGRATION_WAIT_MS);
  while (!(await isReady(pool))) {
    if (joinedFolder !== undefined && (await findRunningServer(joinedFolder)) === undefined) {
      throw toEndedError(joinedFolder);
    }
    if (Date.now() >= deadline) throw toUnreadyError(joinedFolder !== undefined);
    await pause(POLL_MS);
  }
}

function toUnreadyError(isJoined: boolean): ConfigError {
  return new ConfigError([
    isJoined
      ? 'The database that the running bridge keeps is not at the schema of this build: start the bridge with this build first.'
      : 'The database does not answer, or is not at the schema of this build: run support-credits migrate.',
  ]);
}
