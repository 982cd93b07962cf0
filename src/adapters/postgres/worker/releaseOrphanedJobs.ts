import type { Pool } from 'pg';
import { inTransaction } from '../inTransaction';
import { PRESENCE_KEY } from './holdPresence';

/**
 * Frees the jobs that a worker held when its process died. The queue alone would give them back only after four hours.
 * A worker is dead when nobody holds its presence, or when it has not moved for so long that the time of its presence is over: then
 * it may still move again, and do what it had begun beside the one that does it now. That changes nothing more: a decision
 * rests on no old reading, and whatever is written is refused, or is written again as it is by then. Answers how many workers
 * were found dead; who asks, `ownWorkerId`, is not.
 *
 * Read is only the queue's public view: a job and its queue are locked and freed in the same statement, so whoever has
 * locked a queue stands in a job too, and `force_unlock_workers` frees both.
 */
export async function releaseOrphanedJobs(pool: Pool, ownWorkerId?: string): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ worker_id: string }>(
      `select distinct locked_by as worker_id from graphile_worker.jobs
        where locked_by is not null and locked_by is distinct from $1`,
      [ownWorkerId],
    );
    const dead: string[] = [];
    for (const { worker_id: workerId } of rows) {
      const tried = await client.query<{ is_dead: boolean }>(
        `select pg_try_advisory_xact_lock(${PRESENCE_KEY}) or exists (
           select from support_credits.worker_presences where worker_id = $1 and alive_until < clock_timestamp()) as is_dead`,
        [workerId],
      );
      if (tried.rows[0]?.is_dead) dead.push(workerId);
    }
    await client.query(
      `delete from support_credits.worker_presences where alive_until < clock_timestamp() - interval '1 day'`,
    );
    if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    return dead.length;
  });
}
