import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { buildPool } from '../../src/adapters/postgres/buildPool';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { migrate } from '../../src/adapters/postgres/migrate';
import type { Logger } from '../../src/use-cases/ports/logger';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Does `work` with a server of its own and a folder beside its data, both of which are gone afterwards. */
export async function withServer<Value>(
  work: (serverUrl: string, folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-bench-'));
  // The server may run as another user, who reads the seed from here.
  await chmod(folder, 0o755);
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  try {
    return await work(embedded.connectionString, folder);
  } finally {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A migrated database of its own, reached through a pool as in production. */
export async function onDatabase<Value>(
  serverUrl: string,
  name: string,
  work: (database: { pool: Pool; connectionString: string }) => Promise<Value>,
): Promise<Value> {
  const admin = buildPool({ connectionString: serverUrl, logger: silent });
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate({ connectionString: url.href });
  const pool = buildPool({ connectionString: url.href, logger: silent });
  try {
    return await work({ pool, connectionString: url.href });
  } finally {
    await pool.end();
  }
}

/** The server's name and version, for the report. */
export async function readServer(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ server: string }>(
    `select 'PostgreSQL ' || current_setting('server_version') as server`,
  );
  return rows[0]?.server ?? 'unknown';
}
