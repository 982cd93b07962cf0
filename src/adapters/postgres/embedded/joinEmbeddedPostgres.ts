import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import { embeddedPostgresError } from './embeddedPostgresError';
import { findRunningServer } from './findRunningServer';
import { SUPERUSER } from './layout';
import { readPassword } from './readPassword';
import { startEmbeddedPostgres } from './startEmbeddedPostgres';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './startEmbeddedPostgres';

/** Longer than a start and a stop of a bridge usually take. */
const WAIT_MS = 15_000;
const POLL_MS = 100;

export type JoinOptions = EmbeddedPostgresOptions & {
  /** How long an owner is waited for whose server does not take connections. */
  waitMs?: number;
  /** Ends that wait. */
  signal?: AbortSignal;
};

/**
 * The server of `dataDir` for a guest: the one that a living owner of the folder runs, which goes on after `stop` and ends
 * with its owner (`isJoined`), else one that is started here. An owner that is just starting or stopping is waited for.
 * Throws as {@link startEmbeddedPostgres} does, with `embedded_postgres_locked` when that takes too long.
 */
export async function joinEmbeddedPostgres(
  options: JoinOptions,
): Promise<EmbeddedPostgres & { isJoined: boolean }> {
  const dataDir = resolve(options.dataDir);
  const deadline = Date.now() + (options.waitMs ?? WAIT_MS);
  for (;;) {
    try {
      return { ...(await startEmbeddedPostgres(options)), isJoined: false };
    } catch (error) {
      if (!(error instanceof AdapterError) || error.code !== 'embedded_postgres_locked') throw error;
      const port = await findRunningServer(dataDir);
      if (port !== undefined) return { ...toGuest(dataDir, port), isJoined: true };
      if (Date.now() >= deadline || options.signal?.aborted) throw toUnansweredError(dataDir, error);
    }
    await pause(POLL_MS);
  }
}

function toGuest(dataDir: string, port: number): EmbeddedPostgres {
  return {
    connectionString: `postgres://${SUPERUSER}:${readPassword(dataDir)}@127.0.0.1:${port}/postgres`,
    stop: async () => undefined,
  };
}

function toUnansweredError(dataDir: string, cause: unknown): AdapterError {
  return embeddedPostgresError(
    'embedded_postgres_locked',
    `The database in ${dataDir} belongs to another process and takes no connections: when that is a bridge which is just ` +
      'starting or stopping, run the command again in a moment.',
    cause,
  );
}
