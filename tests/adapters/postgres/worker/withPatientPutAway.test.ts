import type { Pool } from 'pg';
import { buildPool } from '../../../../src/adapters/postgres/buildPool';
import { withPatientPutAway } from '../../../../src/adapters/postgres/worker/withPatientPutAway';
import type { Logger } from '../../../../src/use-cases/ports/logger';
import type { TestDatabase } from '../../../helpers/database/testDatabase';
import { createTestDatabase } from '../../../helpers/database/testDatabase';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const PUT_AWAY = 'complete_job/graphile_worker';

let database: TestDatabase;
let pool: Pool;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = buildPool({ connectionString: database.url, logger: silent });
});
afterEach(async () => {
  if (!pool.ending) await pool.end();
  await database.drop();
});

const cut = 'select pg_terminate_backend(pg_backend_pid())';

describe('a pool with patience for putting jobs away', () => {
  it('asks again over another connection, and answers what that one says', async () => {
    await pool.query('create sequence tries');
    const text = `select case nextval('tries') when 1 then pg_terminate_backend(pg_backend_pid()) end as cut`;
    const client = await withPatientPutAway(pool).connect();
    const { rows } = await client.query({ name: PUT_AWAY, text });
    client.release(true);
    expect(rows).toEqual([{ cut: null }]);
  });

  it('leaves the failure of any other statement to whoever asked', async () => {
    const client = await withPatientPutAway(pool).connect();
    await expect(client.query(cut)).rejects.toMatchObject({ code: '57P01' });
    client.release(true);
  });

  it('leaves a statement that is wrong to whoever asked', async () => {
    const client = await withPatientPutAway(pool).connect();
    await expect(client.query({ name: PUT_AWAY, text: 'select nonsense' })).rejects.toMatchObject({
      code: '42703',
    });
    client.release();
  });

  it('tells of a database that cannot be reached with the statement, and of none once it is ended', async () => {
    await pool.end();
    const client = await withPatientPutAway(pool).connect();
    await expect(client.query('select 1')).rejects.toThrow('Cannot use a pool after calling end on the pool');
    const putAway = client.query({ name: PUT_AWAY, text: 'select 1' }).then(() => 'answered');
    const turn = new Promise((resolve) => setImmediate(() => resolve('nothing')));
    expect(await Promise.race([putAway, turn])).toBe('nothing');
    client.release();
  });
});
