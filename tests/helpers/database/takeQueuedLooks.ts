import type { Pool } from 'pg';

type Payload = { ticketId: string } | { jobs: { job: string; ticketId?: string }[] };

/** Empties the queue; answers the tickets that looks waited for, each once, in the order of their ids as text. */
export async function takeQueuedLooks(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ identifier: string; payload: Payload }>(
    `with taken as (delete from graphile_worker._private_jobs returning task_id, payload)
     select task.identifier, taken.payload from taken
       join graphile_worker._private_tasks task on task.id = taken.task_id`,
  );
  const jobs = rows.flatMap(({ identifier, payload }) =>
    'jobs' in payload ? payload.jobs : [{ job: identifier, ticketId: payload.ticketId }],
  );
  const looks = jobs.flatMap(({ job, ticketId }) =>
    job === 'reconcile_ticket' && ticketId ? [ticketId] : [],
  );
  return [...new Set(looks)].sort();
}
