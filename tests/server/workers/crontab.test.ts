import { parseCrontab } from 'graphile-worker';
import type { Pool } from 'pg';
import { REGULAR_JOBS, startWorker } from '../../../src/adapters/postgres/worker/startWorker';
import type { RunningWorker } from '../../../src/adapters/postgres/worker/startWorker';
import { CRONTAB } from '../../../src/server/workers/crontab';
import { IDLE_TASKS } from '../../adapters/postgres/worker/idleTasks';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';
import { buildRecordingLogger } from '../recordingLogger';

let pool: Pool;
let close: () => Promise<void>;
let worker: RunningWorker | undefined;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await close();
});

const startSweeping = async (sweep: () => Promise<void>) => {
  worker = await startWorker({
    pool,
    logger: buildRecordingLogger().logger,
    concurrency: 4,
    tasks: { ...IDLE_TASKS, sweep_tickets: sweep },
  });
};

/** Queues a sweep as the crontab does with each minute. */
async function passMinute(): Promise<void> {
  const item = parseCrontab(CRONTAB).find(({ task }) => task === 'sweep_tickets')!;
  const { jobKey, queueName, maxAttempts } = item.options;
  await pool.query(
    'select graphile_worker.add_job($1, job_key := $2, queue_name := $3, max_attempts := $4)',
    [item.task, jobKey, queueName, maxAttempts],
  );
}

const countJobs = async () => (await pool.query('select 1 from graphile_worker.jobs')).rowCount;

const hasFailed = async () =>
  (await pool.query('select 1 from graphile_worker.jobs where last_error is not null and locked_at is null'))
    .rowCount === 1;

async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 400; round += 1) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Waited in vain.');
}

it('asks for every regular job of the worker, and for nothing that the worker does not take', () => {
  const asked = parseCrontab(CRONTAB).map(({ task }) => task);
  expect(asked.sort()).toEqual([...REGULAR_JOBS].sort());
});

describe('the sweeps that the crontab asks for', () => {
  it('come one at a time, and one that waits stands for all that were asked for meanwhile', async () => {
    let atWork = 0;
    let most = 0;
    let swept = 0;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await startSweeping(async () => {
      most = Math.max(most, ++atWork);
      await released;
      atWork -= 1;
      swept += 1;
    });
    await passMinute();
    await until(() => atWork === 1);
    for (let minute = 0; minute < 3; minute += 1) await passMinute();
    expect(await countJobs()).toBe(2);
    release();
    await until(async () => (await countJobs()) === 0);
    expect([swept, most]).toEqual([2, 1]);
  });

  it('leave no heap of failed ones: the next minute takes the place of the last', async () => {
    let isDown = true;
    await startSweeping(async () => {
      if (isDown) throw new Error('zendesk is away');
    });
    for (let minute = 0; minute < 3; minute += 1) {
      await passMinute();
      await until(hasFailed);
      expect(await countJobs()).toBe(1);
    }
    isDown = false;
    await passMinute();
    await until(async () => (await countJobs()) === 0);
  });
});
