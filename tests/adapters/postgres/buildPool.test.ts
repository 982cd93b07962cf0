import type { Pool } from 'pg';
import { buildFactsMemory } from '../../../src/adapters/postgres/buildFactsMemory';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { inTransaction } from '../../../src/adapters/postgres/inTransaction';
import type { Logger } from '../../../src/use-cases/ports/logger';
import { startDeadDatabase } from './deadDatabase';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const UNAVAILABLE = { name: 'AdapterError', code: 'database_unavailable', retry: true };

let database: Awaited<ReturnType<typeof startDeadDatabase>>;
let pool: Pool;

const open = async (greets: boolean) => {
  database = await startDeadDatabase(greets);
  pool = buildPool({
    connectionString: database.url,
    logger: silent,
    connectTimeoutMs: 200,
    queryTimeoutMs: 200,
  });
};

afterEach(async () => {
  await pool.end();
  await database.close();
});

describe('a database that accepts connections and never answers', () => {
  it.each([
    ['before it let us in', false],
    ['after it let us in', true],
  ])('fails a reading and a transaction as unavailable, and holds neither (%s)', async (_when, greets) => {
    await open(greets);
    const ledger = buildLedger(pool, { now: () => new Date() });
    await expect(ledger.readStoredTicket('7')).rejects.toMatchObject(UNAVAILABLE);
    await expect(buildFactsMemory(pool).recallFacts('1001')).rejects.toMatchObject(UNAVAILABLE);
    await expect(inTransaction(pool, async () => 'never')).rejects.toMatchObject(UNAVAILABLE);
    expect(database.countBytesRead()).toBeGreaterThan(0);
  });

  it('gives no connection that hung to the next caller', async () => {
    await open(true);
    await expect(inTransaction(pool, async () => 'never')).rejects.toMatchObject(UNAVAILABLE);
    expect(pool.totalCount).toBe(0);
  });

  it('does not wait for ever for a free connection of the pool', async () => {
    await open(true);
    const held = await Promise.all(Array.from({ length: 20 }, () => pool.connect()));
    await expect(inTransaction(pool, async () => 'never')).rejects.toMatchObject(UNAVAILABLE);
    for (const client of held) client.release(true);
  });
});
