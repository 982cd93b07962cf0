import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { buildFactsMemory } from '../../../src/adapters/postgres/buildFactsMemory';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { migrate } from '../../../src/adapters/postgres/migrate';
import type { Logger } from '../../../src/use-cases/ports/logger';
import { median, quantile } from '../figure';
import type { Figure } from '../figure';
import { measureLatency } from '../measureLatency';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Accounts remembered, each with as many packs as a client who buys one a month for five years. */
const ACCOUNTS = 50_000;
const PACKS_EACH = 60;

/** Far more than sidebars and looks ask for together. */
const PER_SECOND = 200;

/** How long facts take that are remembered, under an offered load; on a server of its own, which is gone afterwards. */
export async function benchFactsCache(options: {
  runs: number;
  isQuick: boolean;
  progress(message: string): void;
}): Promise<{ server: string; figures: Figure[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-bench-'));
  // The server may run as another user, who has to reach its data.
  await chmod(folder, 0o755);
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  try {
    const { connectionString } = embedded;
    await migrate({ connectionString });
    const pool = buildPool({ connectionString, logger: silent });
    try {
      return await onPool(pool, options);
    } finally {
      await pool.end();
    }
  } finally {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPool(
  pool: Pool,
  { runs, isQuick, progress }: Parameters<typeof benchFactsCache>[0],
): Promise<{ server: string; figures: Figure[] }> {
  progress(`Remembering ${ACCOUNTS.toLocaleString('en')} accounts ...`);
  await pool.query(SEED, [ACCOUNTS, PACKS_EACH]);
  await pool.query('analyze support_credits.billing_facts');
  const memory = buildFactsMemory(pool);
  const read = async () => {
    const account = String(1 + Math.floor(Math.random() * ACCOUNTS));
    if ((await memory.recallFacts(account)) === undefined) throw new Error(`${account} is not remembered.`);
  };
  const measure = async (work: () => Promise<unknown>, seconds: number) =>
    quantile(await measureLatency({ perSecond: PER_SECOND, seconds, work }), 0.99);
  await measure(read, 1);
  const [slowest, floor]: [number[], number[]] = [[], []];
  for (let run = 1; run <= runs; run += 1) {
    progress(`Recalling facts, run ${run} of ${runs} ...`);
    slowest.push(await measure(read, isQuick ? 2 : 10));
    floor.push(await measure(() => pool.query('select 1'), isQuick ? 2 : 10));
  }
  const { rows } = await pool.query<{ server: string }>(
    `select 'PostgreSQL ' || current_setting('server_version') as server`,
  );
  return {
    server: rows[0]?.server ?? 'unknown',
    figures: [
      {
        what: `p99 of recalling facts at ${PER_SECOND}/s, one of ${ACCOUNTS.toLocaleString('en')} accounts`,
        unit: 'ms',
        measured: median(slowest),
        against: { what: 'asking for nothing', measured: median(floor) },
        target: { atMost: 5 },
        runs,
      },
    ],
  };
}

const SEED = `
insert into support_credits.billing_facts (billing_account_id, facts, read_at, read_ms, asked_at, is_reachable)
select id::text, jsonb_build_object(
         'billingAccountId', id::text, 'accountName', 'Example GmbH', 'spendCents', id, 'expenses', '[]'::jsonb,
         'packs', packs.list, 'readAt', '2026-11-22T12:00:00.000Z'),
       now(), 120, now(), true
  from generate_series(1, $1::integer) id,
       (select jsonb_agg(jsonb_build_object('billingItemId', n::text, 'pricelistId', '101',
                                            'boughtAt', '2026-11-01T00:00:00.000Z')) as list
          from generate_series(1, $2::integer) n) packs`;
