import { parseCrontab } from 'graphile-worker';
import type { Pool } from 'pg';
import { askOnce, askRegularly } from '../../../../src/adapters/postgres/worker/askRegularly';
import { openTestLedger } from '../../../helpers/database/ledgerOnTest';

const ITEMS = parseCrontab('* * * * * sweep_tickets ?queue=sweep_tickets&jobKey=sweep_tickets');
const FILLED = parseCrontab('0 0 * * * verify_ledger ?fill=2d');

let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
});
afterEach(() => close());

/** A minute that is over by the database's clock, so that the one of now is due. */
const BEFORE = 0;

const readJobs = async () =>
  (
    await pool.query(
      'select task_identifier as task, key, run_at <= now() as is_due from graphile_worker.jobs',
    )
  ).rows;

const setAskedFor = (ago: string) =>
  pool.query(`update support_credits.regular_jobs set asked_for = clock_timestamp() - $1::interval`, [ago]);

describe('askRegularly', () => {
  it('asks once for a minute, however many ask, by the clock of the database', async () => {
    await askOnce(pool, ITEMS, undefined);
    await setAskedFor('1 minute');
    const times = await Promise.all([1, 2, 3].map(() => askOnce(pool, ITEMS, BEFORE)));
    expect(await readJobs()).toEqual([{ task: 'sweep_tickets', key: 'sweep_tickets', is_due: true }]);
    const { rows } = await pool.query<{ ms: number }>(
      'select extract(epoch from now())::float8 * 1000 as ms',
    );
    for (const time of times) expect(time).toBeLessThanOrEqual(rows[0]!.ms);
  });

  it('begins with the next minute, and makes up for nothing that was never known', async () => {
    await askOnce(pool, FILLED, undefined);
    expect(await readJobs()).toEqual([]);
  });

  it('makes up once for what was missed while no bridge ran', async () => {
    await askOnce(pool, FILLED, undefined);
    await setAskedFor('3 days');
    await askOnce(pool, FILLED, undefined);
    await askOnce(pool, FILLED, undefined);
    expect(await readJobs()).toHaveLength(1);
  });

  it('asks again although a clock that ran ahead has asked for a minute to come', async () => {
    await askOnce(pool, ITEMS, undefined);
    await setAskedFor('-1 hour');
    await askOnce(pool, ITEMS, BEFORE);
    expect(await readJobs()).toHaveLength(1);
  });

  it('ends at once when it is stopped in the middle of a minute', async () => {
    const regular = askRegularly(pool, ITEMS);
    await regular.stop();
    expect(await readJobs()).toEqual([]);
  });
});
