import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { migrate } from '../../../src/adapters/postgres/migrate';
import { liftPaces } from '../../chaos/world/liftPaces';
import type { Bench } from '../bench';
import { measureShares } from './measureShares';
import { measureSides } from './measureSides';
import { readDatabaseCpuMs } from './readDatabaseCpu';
import { seedHistory } from './seedHistory';
import { startBridge } from './startBridge';
import { startOutside } from './startOutside';
import type { Outside } from './startOutside';
import { toFigures } from './toFigures';

const SECRET = 'bench-secret-of-thirty-two-characters';
/** As in production (`WORKER_CONCURRENCY`). */
const CONCURRENCY = 10;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** How much is measured; the first run of each side only warms it up. */
const SIZES = {
  full: {
    entries: 10_000_000,
    ticketStates: 1_000_000,
    warmUp: 300,
    runs: [1_000, 1_000, 1_000],
    alone: 300,
  },
  quick: { entries: 1_000_000, ticketStates: 100_000, warmUp: 60, runs: [200], alone: 60 },
} as const;

/**
 * Tickets through the whole way, from the signed webhook until the ticket says its debit, on a database that is empty at first
 * and on one with a long history, in turn; then one job at a time, to see where the time goes.
 */
export const benchReconcile: Bench = async ({ isQuick, progress }) => {
  const size = SIZES[isQuick ? 'quick' : 'full'];
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-bench-'));
  // The server may run as another user, who has to reach its data and the files that it copies.
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'postgres');
  const server = await startEmbeddedPostgres({ dataDir });
  const outside = await startOutside();
  try {
    const counts = [size.warmUp, ...size.runs, size.alone];
    const opened = { empty: await openTickets(outside, counts), full: await openTickets(outside, counts) };
    const billingAccountIds = opened.full.flatMap((each) => each.billingAccountIds);
    const empty = await createDatabase(server.connectionString, 'bench_empty');
    const full = await createDatabase(server.connectionString, 'bench_full', (connectionString) =>
      seedHistory({ connectionString, folder, history: { ...size, billingAccountIds }, progress }),
    );
    const onSides = { outside, progress, readDatabaseCpuMs: () => readDatabaseCpuMs(dataDir) };
    const costs = await withBridges({ empty, full }, outside, CONCURRENCY, (sides) =>
      measureSides({
        ...onSides,
        sides: {
          empty: { ...sides.empty, runs: toRuns(opened.empty.slice(0, -1)) },
          full: { ...sides.full, runs: toRuns(opened.full.slice(0, -1)) },
        },
      }),
    );
    const shares = await withBridges({ empty, full }, outside, 1, async (sides) => ({
      empty: await measureShares(sides.empty, outside, toRuns(opened.empty).at(-1) ?? []),
      full: await measureShares(sides.full, outside, toRuns(opened.full).at(-1) ?? []),
    }));
    return { server: empty.server, figures: toFigures({ size, sizeMib: full.sizeMib, costs, shares }) };
  } finally {
    await outside.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const toRuns = (opened: readonly { ticketIds: string[] }[]) => opened.map(({ ticketIds }) => ticketIds);

async function openTickets(outside: Outside, counts: readonly number[]) {
  const opened = [];
  for (const count of counts) opened.push(await outside.openTickets(count));
  return opened;
}

type Database = { connectionString: string; server: string | undefined; sizeMib: number };

/** A migrated database of its own on the server, filled by `fill`, whose paces of real minutes are lifted. */
async function createDatabase(
  serverUrl: string,
  name: string,
  fill?: (connectionString: string) => Promise<void>,
): Promise<Database> {
  const admin = buildPool({ connectionString: serverUrl, logger: silent });
  await admin.query(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate({ connectionString: url.href });
  await fill?.(url.href);
  await liftPaces(url.href);
  const { rows } = await admin.query<{ server: string; sizeMib: number }>(
    `select 'PostgreSQL ' || current_setting('server_version') as server,
            (pg_database_size($1) / 1048576)::integer as "sizeMib"`,
    [name],
  );
  await admin.end();
  return { connectionString: url.href, server: rows[0]?.server, sizeMib: rows[0]?.sizeMib ?? 0 };
}

type Databases = { empty: Database; full: Database };
type Sides = Record<keyof Databases, Awaited<ReturnType<typeof openSide>>>;

async function withBridges<T>(
  { empty, full }: Databases,
  outside: Outside,
  concurrency: number,
  work: (sides: Sides) => Promise<T>,
): Promise<T> {
  const sides = {
    empty: await openSide(empty, outside, concurrency),
    full: await openSide(full, outside, concurrency),
  };
  try {
    return await work(sides);
  } finally {
    for (const { bridge, pool } of Object.values(sides)) {
      await bridge.stop();
      await pool.end();
    }
  }
}

async function openSide({ connectionString }: Database, outside: Outside, concurrency: number) {
  const bridge = await startBridge({ connectionString, secret: SECRET, ...outside.addresses, concurrency });
  return { bridge, pool: buildPool({ connectionString, logger: silent }), secret: SECRET };
}
