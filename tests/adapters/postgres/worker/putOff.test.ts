import type { Pool } from 'pg';
import { queueTicketJob } from '../../../../src/adapters/postgres/worker/queueJobs';
import { startWorker } from '../../../../src/adapters/postgres/worker/startWorker';
import type { RunningWorker } from '../../../../src/adapters/postgres/worker/startWorker';
import { AdapterError } from '../../../../src/use-cases/ports/AdapterError';
import { openTestLedger } from '../../../helpers/database/ledgerOnTest';
import { IDLE_TASKS } from './idleTasks';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const HOUR_MS = 3_600_000;

let pool: Pool;
let close: () => Promise<void>;
let worker: RunningWorker;
let calls: number;

beforeEach(async () => {
  calls = 0;
  ({ pool, close } = await openTestLedger());
});
afterEach(async () => {
  await worker.stop();
  await close();
});

/** Queues a job that fails so, and waits until the worker has put it away. */
async function failWith(error: Error) {
  const reconcile_ticket = async () => {
    calls += 1;
    throw error;
  };
  const tasks = { ...IDLE_TASKS, reconcile_ticket };
  worker = await startWorker({ pool, logger: silent, concurrency: 1, tasks });
  await queueTicketJob(pool, 'reconcile_ticket', '7');
  for (let round = 0; round < 400; round += 1) {
    // Before the reading: a job that is called behind it stands in it as it was before.
    const wasCalled = calls > 0;
    const { rows } = await pool.query<{
      attempts: number;
      run_at: Date;
      key: string;
      locked_at: Date | null;
    }>('select attempts, run_at, key, locked_at from graphile_worker.jobs');
    if (wasCalled && rows.every((row) => row.locked_at === null)) return rows;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Waited in vain.');
}

describe('a job that fails', () => {
  it('because it was asked to wait is put off until then, and counts as done', async () => {
    const before = Date.now();
    const options = { code: 'zendesk_rate_limited', retry: true, retryAfterMs: HOUR_MS };
    const [job, ...others] = await failWith(new AdapterError('busy', options));
    expect(others).toEqual([]);
    expect(job).toMatchObject({ attempts: 0, key: 'reconcile_ticket:7' });
    expect(job!.run_at.getTime()).toBeGreaterThanOrEqual(before + HOUR_MS);
    expect(calls).toBe(1);
  });

  it('otherwise has used up an attempt, and is tried again by the queue', async () => {
    const options = { code: 'zendesk_unavailable', retry: true };
    const [job, ...others] = await failWith(new AdapterError('away', options));
    expect(others).toEqual([]);
    expect(job!.attempts).toBeGreaterThan(0);
    expect(job!.run_at.getTime()).toBeLessThan(Date.now() + HOUR_MS);
  });
});
