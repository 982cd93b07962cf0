import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chooseServer, type ChosenServer } from './chooseServer';
import { findFreePort } from './findFreePort';
import { findInstalledPrograms } from './findInstalledPrograms';
import { findPackagedProgram } from './findPackagedProgram';
import { initCluster } from './initCluster';
import { keepServer, type KeptServer } from './keepServer';
import { launchServer } from './launchServer';
import { clusterFolder, linkFolder, SUPERUSER } from './layout';
import { linkLibraries } from './linkLibraries';
import { readPassword } from './readPassword';
import type { ServerProgram } from './serverProgram';
import { listServerUsers } from './serverUser';
import { stopLeftover } from './stopLeftover';
import { takeFolderLock } from './takeFolderLock';

const PORT_ATTEMPTS = 3;

/** Where the server's start and unexpected end are told. */
export type EmbeddedPostgresLogger = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
};

export type EmbeddedPostgresOptions = {
  /** Kept over restarts; made when missing. */
  dataDir: string;
  /** A TCP port of 127.0.0.1; a free one when not given. */
  port?: number;
  logger?: EmbeddedPostgresLogger;
  /** Programs to choose from, best first; the packaged server and then installed ones when not given. */
  programs?: readonly ServerProgram[];
};

export type EmbeddedPostgres = { connectionString: string; stop(): Promise<void> };

/**
 * Starts a real PostgreSQL server in `dataDir` and answers its address once it takes connections. `stop` may be called
 * twice and comes back when no process is left; until then a server that ends by itself is started again. Throws
 * AdapterError with `embedded_postgres_unavailable`, `embedded_postgres_outdated`, `embedded_postgres_locked` or
 * `embedded_postgres_failed`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const releaseLock = takeFolderLock(dataDir);
  try {
    if (await stopLeftover(clusterFolder(dataDir))) {
      options.logger?.warn({ dataDir }, 'stopped a database server that outlived its owner');
    }
    const server = await prepareServer(dataDir, options.programs ?? listPrograms(dataDir));
    const password = readPassword(dataDir);
    const { launched, port } = await launchOnPort(dataDir, server, options.port);
    options.logger?.info({ port, majorVersion: server.majorVersion }, 'embedded database started');
    const relaunch = async () => {
      await stopLeftover(clusterFolder(dataDir));
      return launchServer(dataDir, server, port);
    };
    const kept = keepServer(launched, relaunch, options.logger);
    return {
      connectionString: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
      stop: buildStop(kept, releaseLock),
    };
  } catch (error) {
    releaseLock();
    throw error;
  }
}

async function prepareServer(dataDir: string, programs: readonly ServerProgram[]): Promise<ChosenServer> {
  const cluster = clusterFolder(dataDir);
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const users = listServerUsers(process.getuid?.() ?? -1, owner);
  const majorVersion =
    owner === undefined ? undefined : readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const server = await chooseServer(
    programs,
    users,
    majorVersion === undefined ? undefined : { majorVersion, dataDir },
  );
  if (owner === undefined) await initCluster(dataDir, server);
  return server;
}

function listPrograms(dataDir: string): ServerProgram[] {
  const native = findPackagedProgram(__dirname);
  const installed = findInstalledPrograms().map((binFolder) => ({ binFolder }));
  if (native === undefined) return installed;
  const libraryPath = linkLibraries(native, linkFolder(dataDir));
  return [{ binFolder: join(native, 'bin'), libraryPath }, ...installed];
}

/** A port that was free a moment ago may be gone when the server asks for it, so a free one is looked for again. */
async function launchOnPort(dataDir: string, server: ChosenServer, wanted: number | undefined) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await findFreePort());
    try {
      return { launched: await launchServer(dataDir, server, port), port };
    } catch (error) {
      const isTaken = (error as Error).message.includes('Address already in use');
      if (wanted !== undefined || !isTaken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

function buildStop(kept: KeptServer, releaseLock: () => void) {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await kept.stop();
    releaseLock();
  };
  return () => (stopping ??= stop());
}
