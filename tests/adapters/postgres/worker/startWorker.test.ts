import type { Pool } from 'pg';
import { inTransaction } from '../../../../src/adapters/postgres/inTransaction';
import { buildWorkQueue } from '../../../../src/adapters/postgres/worker/buildWorkQueue';
import { holdPresence } from '../../../../src/adapters/postgres/worker/holdPresence';
import {
  addJobsSql,
  queueTicketJob,
  queueTicketJobs,
  toBundle,
} from '../../../../src/adapters/postgres/worker/queueJobs';
import type { JobRequest } from '../../../../src/adapters/postgres/worker/queueJobs';
import { releaseOrphanedJobs } from '../../../../src/adapters/postgres/worker/releaseOrphanedJobs';
import { startWorker } from '../../../../src/adapters/postgres/worker/startWorker';
import type { RunningWorker, WorkerOptions } from '../../../../src/adapters/postgres/worker/startWorker';
import type { Logger } from '../../../../src/use-cases/ports/logger';
import { withAdminClient } from '../../../helpers/database/adminClient';
import { openTestLedger } from '../../../helpers/database/ledgerOnTest';
import { IDLE_TASKS } from './idleTasks';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

let pool: Pool;
let url: string;
let close: () => Promise<void>;
let worker: RunningWorker | undefined;

beforeEach(async () => {
  ({ pool, url, close } = await openTestLedger());
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await close();
});

async function work(
  reconcile: (ticketId: string) => Promise<void>,
  options: Partial<WorkerOptions> = {},
): Promise<void> {
  const tasks = { ...IDLE_TASKS, reconcile_ticket: reconcile };
  worker = await startWorker({ pool, logger: silent, concurrency: 4, tasks, ...options });
}

/** Server processes of the connections whose session holds a worker's presence in this database. */
async function readPresences(): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `select lock.pid from pg_locks lock join pg_database base on base.oid = lock.database
      where base.datname = current_database() and lock.locktype = 'advisory' and lock.mode = 'ShareLock'`,
  );
  return rows.map(({ pid }) => pid);
}

async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 400; round += 1) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Waited in vain.');
}

/** From now on the connection is lost the first time that a job is put away by this kind of statement. */
async function loseConnectionOnce(event: string, condition = 'true'): Promise<void> {
  await pool.query(`
    create sequence put_away_tries;
    create function lose_connection_once() returns trigger language plpgsql as $$
    begin
      if nextval('put_away_tries') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
      return coalesce(new, old);
    end $$;
    create trigger lose_connection_once before ${event} on graphile_worker._private_jobs
      for each row when (${condition}) execute function lose_connection_once()`);
}

/** Undefined when this very connection is the one that was lost. */
async function countJobs(condition: string): Promise<number | null | undefined> {
  const counting = pool.query(`select 1 from graphile_worker.jobs where ${condition}`);
  return (await counting.catch(() => undefined))?.rowCount;
}

/** A job that `workerId` has taken and not ended. In one transaction: no other worker may take it before. */
async function lockNewJob(workerId: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    await queueTicketJob(client, 'reconcile_ticket', '7');
    for (const table of ['_private_jobs', '_private_job_queues']) {
      await client.query(`update graphile_worker.${table} set locked_by = $1, locked_at = now()`, [workerId]);
    }
  });
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

  it('keeps no plan of its looks for jobs that was made while the queue was short', async () => {
    const done: string[] = [];
    await work(async (ticketId) => void done.push(ticketId));
    for (let number = 1; number <= 12; number += 1)
      await queueTicketJob(pool, 'reconcile_ticket', `${number}`);
    await until(() => done.length === 12);
    const clients = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
    const kept = new Set<string>();
    for (const client of clients) {
      const { rows } = await client.query<{ name: string }>('select name from pg_prepared_statements');
      for (const { name } of rows) kept.add(name.split('/')[0] ?? name);
      client.release();
    }
    expect([...kept]).toContain('complete_job_q');
    expect([...kept]).not.toContain('get_job');
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
    await lockNewJob('pool-of-a-dead-process');
    const seen: string[] = [];
    await work(async (ticketId) => void seen.push(ticketId));
    await until(() => seen.length === 1);
  });

  it('leaves the jobs of a living worker alone', async () => {
    const presence = await holdPresence(pool, 'pool-of-a-living-process');
    try {
      await lockNewJob('pool-of-a-living-process');
      expect(await releaseOrphanedJobs(pool)).toBe(0);
    } finally {
      presence.release();
    }
    await until(async () => (await releaseOrphanedJobs(pool)) === 1);
  });

  it('frees what a worker left half done that died while others live', async () => {
    const seen: string[] = [];
    await work(async (ticketId) => void seen.push(ticketId), { orphanPauseMs: 50 });
    const presence = await holdPresence(pool, 'pool-of-another-process');
    await lockNewJob('pool-of-another-process');
    presence.release();
    await until(() => seen.length === 1);
  });

  it('holds its presence before it takes its first job', async () => {
    for (let ticket = 1; ticket <= 8; ticket += 1) await buildWorkQueue(pool).queueReconcile(String(ticket));
    const orphans: number[] = [];
    await work(async () => void orphans.push(await releaseOrphanedJobs(pool)));
    await until(() => orphans.length === 8);
    expect(orphans).toEqual(Array.from({ length: 8 }, () => 0));
  });

  it('holds its presence anew when the connection is lost, also while all its hands are busy', async () => {
    let isBusy = false;
    let end: () => void = () => undefined;
    await work(
      async () => {
        isBusy = true;
        await new Promise<void>((resolve) => {
          end = resolve;
        });
      },
      { concurrency: 1 },
    );
    await buildWorkQueue(pool).queueReconcile('7');
    await until(() => isBusy);
    const [lost] = await readPresences();
    await pool.query('select pg_terminate_backend($1)', [lost]);
    await until(async () => (await readPresences()).some((pid) => pid !== lost));
    expect(await releaseOrphanedJobs(pool)).toBe(0);
    end();
  });

  it('puts a job away that was done, though the connection is lost in that moment', async () => {
    await buildWorkQueue(pool).queueReconcile('7');
    await loseConnectionOnce('delete');
    const seen: string[] = [];
    await work(async (ticketId) => void seen.push(ticketId));
    await until(async () => (await countJobs('true')) === 0);
    expect(seen).toEqual(['7']);
  });

  it('puts a job away that failed, though the connection is lost in that moment', async () => {
    await buildWorkQueue(pool).queueReconcile('7');
    await loseConnectionOnce('update', 'old.locked_by is not null and new.locked_by is null');
    await work(() => Promise.reject(new Error('Billing is away.')));
    await until(async () => (await countJobs(`locked_by is null and last_error = 'Billing is away.'`)) === 1);
  });

  it('leaves no connection behind when it is stopped', async () => {
    const seen: string[] = [];
    await work(async (ticketId) => void seen.push(ticketId), { orphanPauseMs: 10 });
    await buildWorkQueue(pool).queueReconcile('7');
    await until(() => seen.length === 1);
    await worker?.stop();
    await until(() => pool.totalCount === pool.idleCount);
    await until(async () => (await readPresences()).length === 0);
  });

  it('can be stopped while the database is away', async () => {
    const errors: string[] = [];
    await work(async () => undefined, {
      logger: { ...silent, error: (_fields, message) => void errors.push(message) },
    });
    await until(async () => (await readPresences()).length === 1);
    await withAdminClient(async (admin) => {
      const name = new URL(url).pathname.slice(1);
      await admin.query(`alter database ${name} allow_connections false`);
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
      try {
        await until(() => pool.totalCount === 0);
        await worker?.stop();
      } finally {
        await admin.query(`alter database ${name} allow_connections true`);
      }
    });
    expect(errors).not.toContain('worker ended unexpectedly');
  });

  it('stops in time although a job still runs, and another worker does that job again', async () => {
    let begun = 0;
    let end: () => void = () => undefined;
    await work(async () => {
      begun += 1;
      await new Promise<void>((resolve) => {
        end = resolve;
      });
    });
    await buildWorkQueue(pool).queueReconcile('7');
    await until(() => begun === 1);
    const first = worker;
    const endFirst = end;
    await first?.stop({ timeoutMs: 50 });
    expect(first?.isRunning()).toBe(false);
    await until(async () => (await readPresences()).length === 0);
    const seen: string[] = [];
    await work(async (ticketId) => void seen.push(ticketId));
    await until(() => seen.length === 1);
    endFirst();
    await first?.stop();
  });

  it('does all the jobs of a bundle', async () => {
    const jobs = Array.from({ length: 8 }, (_, index): JobRequest => ({
      job: 'reconcile_ticket',
      ticketId: String(index),
    }));
    await pool.query(`select ${addJobsSql('$1')}`, [toBundle(jobs)]);
    const seen = new Set<string>();
    await work(async (ticketId) => void seen.add(ticketId));
    await until(() => seen.size === 8);
  });

  it('leaves no more than 32 queues behind, however many tickets there are', async () => {
    await queueTicketJobs(
      pool,
      Array.from({ length: 1_000 }, (_, index) => ({ job: 'reconcile_ticket', ticketId: String(index) })),
    );
    const { rows } = await pool.query(
      'select count(*)::int as queues from graphile_worker._private_job_queues',
    );
    expect(rows).toEqual([{ queues: 32 }]);
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
