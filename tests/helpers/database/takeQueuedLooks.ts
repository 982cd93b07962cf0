import type { Pool } from 'pg';

type Subject = { ticketId?: string; requesterId?: string; billingAccountId?: string };
type Payload = Subject | { jobs: ({ job: string } & Subject)[] };

/**
 * Empties the queue; answers what waited in it, such as `reconcile_ticket 7`, each once and sorted. A job that queues others
 * counts as those.
 */
export async function takeQueuedJobs(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ identifier: string; payload: Payload }>(
    `with taken as (delete from graphile_worker._private_jobs returning task_id, payload)
     select task.identifier, taken.payload from taken
       join graphile_worker._private_tasks task on task.id = taken.task_id`,
  );
  const jobs = rows.flatMap(({ identifier, payload }) =>
    'jobs' in payload ? payload.jobs : [{ job: identifier, ...payload }],
  );
  const names = jobs.map(({ job, ticketId, requesterId, billingAccountId }) =>
    [job, ticketId ?? requesterId ?? billingAccountId].join(' '),
  );
  return [...new Set(names)].sort();
}

const LOOK = 'reconcile_ticket ';

/** Empties the queue; answers the tickets that looks waited for, each once, in the order of their ids as text. */
export async function takeQueuedLooks(pool: Pool): Promise<string[]> {
  const jobs = await takeQueuedJobs(pool);
  return jobs.filter((job) => job.startsWith(LOOK)).map((job) => job.slice(LOOK.length));
}
