import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { migrate } from '../../../src/adapters/postgres/migrate';
import { buildClock } from '../../../src/adapters/system/buildClock';
import type { Logger } from '../../../src/use-cases/ports/logger';
import type { Figure } from '../figure';
import { benchHistory } from './benchHistory';
import { benchReads } from './benchReads';
import { benchVerify } from './benchVerify';
import { benchWrites } from './benchWrites';
import { seedLedger } from './seedLedger';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Measures the ledger on a server of its own, which is gone afterwards. Answers the server's version and the figures. */
export async function benchLedger(options: {
  isQuick: boolean;
  progress(message: string): void;
}): Promise<{ server: string; figures: Figure[] }> {
  const { isQuick, progress } = options;
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-bench-'));
  // The server may run as another user, who reads the seed from here.
  await chmod(folder, 0o755);
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  try {
    const runs = isQuick ? 1 : 5;
    const writes = await onDatabase(embedded.connectionString, 'writes', async ({ pool }) =>
      benchWrites({
        pool,
        ledger: buildLedger(pool, buildClock()),
        runs,
        seconds: isQuick ? 1 : 2,
        progress,
      }),
    );
    return await onDatabase(embedded.connectionString, 'reads', async ({ pool, connectionString }) => {
      const size = isQuick
        ? { entries: 1_000_000, longest: 100_000 }
        : { entries: 10_000_000, longest: 1_000_000 };
      await seedLedger({ connectionString, folder, ...size, progress });
      const reads = await benchReads({ pool, runs, progress, ...size });
      const history = await benchHistory({ pool, runs, progress, ...size });
      const verify = await benchVerify({ connectionString, entries: size.entries, progress });
      const { rows } = await pool.query<{ server: string }>(
        `select 'PostgreSQL ' || current_setting('server_version') as server`,
      );
      return {
        server: rows[0]?.server ?? 'unknown',
        figures: [...writes, ...reads, ...history, ...verify],
      };
    });
  } finally {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A migrated database of its own, reached through a pool as in production. */
async function onDatabase<Value>(
  serverUrl: string,
  name: string,
  work: (database: { pool: ReturnType<typeof buildPool>; connectionString: string }) => Promise<Value>,
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
