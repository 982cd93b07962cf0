import type { Pool } from 'pg';
import { buildSignMemory } from '../../../src/adapters/postgres/buildSignMemory';
import { buildSweepMemory } from '../../../src/adapters/postgres/buildSweepMemory';
import { buildWorkQueue } from '../../../src/adapters/postgres/worker/buildWorkQueue';
import type { SignMemory } from '../../../src/use-cases/ports/bridgeSigns';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

const at = (minute: number) =>
  new Date(Date.parse('2026-11-22T10:00:00.000Z') + minute * 60_000).toISOString();

let pool: Pool;
let close: () => Promise<void>;
let signs: SignMemory;

beforeAll(async () => {
  ({ pool, close } = await openTestLedger());
  signs = buildSignMemory(pool);
});
afterAll(() => close());

it('knows of nothing in a new database', async () => {
  expect(await signs.readSigns()).toEqual({
    webhookAt: undefined,
    sweepEndedAt: undefined,
    sweepReachedAt: undefined,
    billingAnsweredAt: undefined,
    billingFailure: undefined,
  });
});

it('keeps the newest sign of all replicas, in whatever order they come', async () => {
  const others = buildSignMemory(pool);
  await Promise.all([signs.noteWebhook(at(2)), others.noteWebhook(at(3)), signs.noteWebhook(at(1))]);
  await signs.noteBillingAnswer(at(5));
  await others.noteBillingAnswer(at(4));
  await others.noteBillingFailure(at(7), 'billing_tls');
  await signs.noteBillingFailure(at(6), 'billing_timeout');
  expect(await signs.readSigns()).toMatchObject({
    webhookAt: at(3),
    billingAnsweredAt: at(5),
    billingFailure: { at: at(7), code: 'billing_tls' },
  });
});

it('keeps how far the sweeps came, also over one that came to nothing', async () => {
  const sweeps = buildSweepMemory(pool);
  await sweeps.noteEnd(at(10), at(9));
  await sweeps.noteEnd(at(11), undefined);
  expect(await signs.readSigns()).toMatchObject({ sweepEndedAt: at(11), sweepReachedAt: at(9) });
});

it('does not take a job for given up whose place a newer one has taken', async () => {
  const queue = buildWorkQueue(pool);
  const jobs = 'update graphile_worker._private_jobs set';
  await queue.queueLooks(['1']);
  await pool.query(`${jobs} attempts = 1, locked_at = now(), locked_by = 'w'`);
  await queue.queueLooks(['1']);
  // The run of the first one has failed meanwhile.
  await pool.query(`${jobs} locked_at = null, locked_by = null, last_error = 'x'`);
  const { rows } = await pool.query('select from graphile_worker.jobs where attempts >= max_attempts');
  expect(rows).toHaveLength(1);
  expect(await signs.countJobs(at(0))).toMatchObject({ failing: 0, givenUp: 0 });
});

it('counts the jobs that wait, that failed and that were given up', async () => {
  await buildWorkQueue(pool).queueLooks(['1', '2', '3', '4', '5']);
  const jobs = 'update graphile_worker._private_jobs set';
  await pool.query(`${jobs} run_at = $1 where key like '%:1'`, [at(-10)]);
  await pool.query(`${jobs} run_at = $1 where key like '%:2'`, [at(-20)]);
  await pool.query(`${jobs} attempts = 3, last_error = 'x', run_at = $1 where key like '%:3'`, [at(30)]);
  await pool.query(`${jobs} attempts = max_attempts, last_error = 'x' where key like '%:4'`);
  await pool.query(
    `${jobs} attempts = 1, locked_at = $1, locked_by = 'w', run_at = $1 where key like '%:5'`,
    [at(-1)],
  );
  expect(await signs.countJobs(at(0))).toEqual({ waiting: 2, oldestAt: at(-20), failing: 1, givenUp: 1 });
});
