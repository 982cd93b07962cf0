import type { Pool } from 'pg';
import { inTransaction } from '../inTransaction';
import { PRESENCE_KEY } from './holdPresence';

/**
 * Frees the jobs that a worker held when its process died. The queue alone would give them back only after four hours.
 * A worker is dead when nobody holds its presence. Answers how many workers were found dead.
 *
 * Read is only the queue's public view: a job and its queue are locked and freed in the same statement, so whoever has
 * locked a queue stands in a job too, and `force_unlock_workers` frees both.
 */
export async function releaseOrphanedJobs(pool: Pool): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ worker_id: string }>(
      'select distinct locked_by as worker_id from graphile_worker.jobs where locked_by is not null',
    );
    const dead: string[] = [];
    for (const { worker_id: workerId } of rows) {
      const tried = await client.query<{ is_free: boolean }>(
        `select pg_try_advisory_xact_lock(${PRESENCE_KEY}) as is_free`,
        [workerId],
      );
      if (tried.rows[0]?.is_free) dead.push(workerId);
    }
    if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    return dead.length;
  });
}
