import type { Pool } from 'pg';
import { buildPool } from '../../../../src/adapters/postgres/buildPool';
import { queryLong } from '../../../../src/adapters/postgres/verify/queryLong';
import type { TestDatabase } from '../../../helpers/database/testDatabase';
import { createTestDatabase } from '../../../helpers/database/testDatabase';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let database: TestDatabase;
let pool: Pool;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = buildPool({ connectionString: database.url, logger: silent, queryTimeoutMs: 200 });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

describe('queryLong', () => {
  it('lets a proof take longer than the pool lets other statements take', async () => {
    const client = await pool.connect();
    try {
      const { rows } = await queryLong<{ done: boolean }>(
        client,
        'select pg_sleep($1) is not null as done',
        [0.6],
      );
      expect(rows).toEqual([{ done: true }]);
      await expect(client.query('select pg_sleep(0.6)')).rejects.toThrow('Query read timeout');
    } finally {
      client.release(true);
    }
  });
});
