import type { Pool } from 'pg';
import { buildJobsInHand } from '../../../../src/adapters/postgres/worker/buildJobsInHand';
import { buildWorkQueue } from '../../../../src/adapters/postgres/worker/buildWorkQueue';
import { holdPresence } from '../../../../src/adapters/postgres/worker/holdPresence';
import { releaseOrphanedJobs } from '../../../../src/adapters/postgres/worker/releaseOrphanedJobs';
import { releaseUnheardJobs } from '../../../../src/adapters/postgres/worker/releaseUnheardJobs';
import { startWorker } from '../../../../src/adapters/postgres/worker/startWorker';
import { openTestLedger } from '../../../helpers/database/ledgerOnTest';
import { IDLE_TASKS } from './idleTasks';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const FROZEN = 'pool-of-a-frozen-process';

let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
});
afterEach(() => close());

/** From now on this worker holds the job that waits, or that is under way, and its queue. */
async function giveJobsTo(workerId: string): Promise<void> {
  for (const table of ['_private_jobs', '_private_job_queues']) {
    await pool.query(`update graphile_worker.${table} set locked_by = $1, locked_at = now()`, [workerId]);
  }
}

const readHolders = async () =>
  (
    await pool.query(
      `select job.locked_by as job, queue.locked_by as queue
         from graphile_worker._private_jobs job
         join graphile_worker._private_job_queues queue on queue.id = job.job_queue_id`,
    )
  ).rows;

describe('a worker that took a job without hearing of it', () => {
  const waitLong = () =>
    pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`);

  it('gives it back with its queue, but none that it does, and none that it may hear of yet', async () => {
    await buildWorkQueue(pool).queueReconcile('7');
    await giveJobsTo(FROZEN);
    expect(await releaseUnheardJobs(pool, FROZEN, [])).toBe(0);
    await waitLong();
    const { rows } = await pool.query<{ id: string }>('select id from graphile_worker.jobs');
    expect(await releaseUnheardJobs(pool, FROZEN, [rows[0]!.id])).toBe(0);
    expect(await releaseUnheardJobs(pool, 'another', [])).toBe(0);
    expect(await releaseUnheardJobs(pool, FROZEN, [])).toBe(1);
    expect(await readHolders()).toEqual([{ job: null, queue: null }]);
  });

  it('knows a job to be its own until it is put away, done or failed', async () => {
    const inHand = buildJobsInHand();
    for (const id of ['1', '2', '3', '4', '5']) inHand.take(id);
    inHand.putAway({ name: 'complete_job/graphile_worker', text: '', values: ['1'] });
    inHand.putAway({ name: 'complete_job_q/graphile_worker', text: '', values: [['2', '3'], FROZEN] });
    inHand.putAway({ name: 'fail_job_q/graphile_worker', text: '', values: [FROZEN, '[{"jobId":"4"}]'] });
    expect(inHand.list()).toEqual(['5']);
  });
});

describe('a worker that stands still', () => {
  it('loses its jobs though it holds its connection, and keeps those that it takes once it moves again', async () => {
    await buildWorkQueue(pool).queueReconcile('7');
    await giveJobsTo(FROZEN);
    const presence = await holdPresence(pool, FROZEN);
    expect(await releaseOrphanedJobs(pool)).toBe(0);
    await pool.query(
      `update support_credits.worker_presences set alive_until = clock_timestamp() - interval '1 s'`,
    );
    expect(await releaseOrphanedJobs(pool)).toBe(1);
    expect(await readHolders()).toEqual([{ job: null, queue: null }]);
    presence.release();
    const moving = await holdPresence(pool, FROZEN);
    await giveJobsTo(FROZEN);
    expect(await releaseOrphanedJobs(pool)).toBe(0);
    moving.release();
  });

  it('never takes itself for dead', async () => {
    await buildWorkQueue(pool).queueReconcile('7');
    await giveJobsTo(FROZEN);
    expect(await releaseOrphanedJobs(pool, FROZEN)).toBe(0);
    expect(await releaseOrphanedJobs(pool)).toBe(1);
  });

  it('leaves a job that another one does by now, and its queue, to that one', async () => {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const reconcile_ticket = async () => {
      begin();
      await ended;
    };
    const tasks = { ...IDLE_TASKS, reconcile_ticket };
    const worker = await startWorker({ pool, logger: silent, concurrency: 1, tasks });
    await buildWorkQueue(pool).queueReconcile('7');
    await begun;
    await giveJobsTo('another');
    end();
    await worker.stop();
    expect(await readHolders()).toEqual([{ job: 'another', queue: 'another' }]);
  });
});
