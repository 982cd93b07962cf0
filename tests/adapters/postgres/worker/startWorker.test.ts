import type { Pool } from 'pg';
import { buildWorkQueue } from '../../../../src/adapters/postgres/worker/buildWorkQueue';
import { holdPresence } from '../../../../src/adapters/postgres/worker/holdPresence';
import { releaseOrphanedJobs } from '../../../../src/adapters/postgres/worker/releaseOrphanedJobs';
import { startWorker } from '../../../../src/adapters/postgres/worker/startWorker';
import type { RunningWorker, Tasks } from '../../../../src/adapters/postgres/worker/startWorker';
import type { Logger } from '../../../../src/use-cases/ports';
import { openTestLedger } from '../../../helpers/database/ledgerOnTest';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

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

async function work(reconcile: (ticketId: string) => Promise<void>): Promise<void> {
  const tasks: Tasks = {
    reconcile_ticket: reconcile,
    bring_ticket_in_line: async () => undefined,
    bring_requester_in_line: async () => undefined,
    settle_waiting_tickets: async () => undefined,
  };
  worker = await startWorker({ pool, logger: silent, concurrency: 4, tasks });
}

async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 400; round += 1) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Waited in vain.');
}

/** A job that `workerId` has taken and not ended. */
async function lockJob(workerId: string): Promise<void> {
  await buildWorkQueue(pool).queueReconcile('7');
  for (const table of ['_private_jobs', '_private_job_queues']) {
    await pool.query(`update graphile_worker.${table} set locked_by = $1, locked_at = now()`, [workerId]);
  }
}

describe('startWorker', () => {
  it('looks once at a ticket that was asked for five times before', async () => {
    const queue = buildWorkQueue(pool);
    for (let event = 0; event < 5; event += 1) await queue.queueReconcile('7');
    await queue.queueReconcile('8');
    const seen: string[] = [];
    await work(async (ticketId) => void seen.push(ticketId));
    await until(() => seen.length >= 2);
    expect(seen.sort()).toEqual(['7', '8']);
  });

  it('never works on one ticket twice at the same time, and looks again when asked meanwhile', async () => {
    const queue = buildWorkQueue(pool);
    let running = 0;
    let most = 0;
    let looks = 0;
    await work(async () => {
      running += 1;
      most = Math.max(most, running);
      if (looks === 0) await queue.queueReconcile('7');
      await new Promise((resolve) => setTimeout(resolve, 100));
      running -= 1;
      looks += 1;
    });
    await queue.queueReconcile('7');
    await until(() => looks === 2);
    expect(most).toBe(1);
  });

  it('keeps a job that failed for another try', async () => {
    let tries = 0;
    await work(async () => {
      tries += 1;
      throw new Error('helpdesk is away');
    });
    await buildWorkQueue(pool).queueReconcile('7');
    await until(() => tries === 1);
    await worker?.stop();
    worker = undefined;
    const { rows } = await pool.query('select key, attempts from graphile_worker.jobs');
    expect(rows).toEqual([{ key: 'reconcile_ticket:7', attempts: 1 }]);
  });

  it('takes up what a worker left half done when it was killed', async () => {
    await lockJob('pool-of-a-dead-process');
    const seen: string[] = [];
    await work(async (ticketId) => void seen.push(ticketId));
    await until(() => seen.length === 1);
  });

  it('leaves the jobs of a living worker alone', async () => {
    const presence = await holdPresence(pool, 'pool-of-a-living-process');
    try {
      await lockJob('pool-of-a-living-process');
      expect(await releaseOrphanedJobs(pool)).toBe(0);
    } finally {
      presence.release();
    }
    await until(async () => (await releaseOrphanedJobs(pool)) === 1);
  });

  it('says that it runs, and that it stopped', async () => {
    await work(async () => undefined);
    expect(worker?.isRunning()).toBe(true);
    await worker?.stop();
    expect(worker?.isRunning()).toBe(false);
  });
});

describe('buildWorkQueue', () => {
  it('fails with queue_unavailable when the database is away', async () => {
    const queue = buildWorkQueue(pool);
    await pool.query('alter schema graphile_worker rename to away');
    await expect(queue.queueReconcile('7')).rejects.toMatchObject({ code: 'queue_unavailable', retry: true });
  });
});
