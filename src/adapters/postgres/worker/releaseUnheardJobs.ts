import type { Pool } from 'pg';

/** A job is heard of when the look that took it is answered, and a look without an answer fails before this is over. */
const HEARD_WITHIN_MS = 25_000;

/**
 * Frees the jobs that this worker took without hearing of it: the look that took them was done, and its answer lost with the
 * connection. The worker lives, so nobody else would free them, and they would keep their queue for the four hours that
 * graphile-worker waits. `inHand` are the jobs that it knows to be its own. Answers how many were freed. The tables are
 * graphile-worker's own (0.17.3): it has no function for it.
 */
export async function releaseUnheardJobs(
  pool: Pool,
  workerId: string,
  inHand: readonly string[],
): Promise<number> {
  const { rows } = await pool.query<{ freed: number }>(RELEASE, [workerId, inHand, HEARD_WITHIN_MS]);
  return rows[0]?.freed ?? 0;
}

const RELEASE = `
with unheard as (
  update graphile_worker._private_jobs set locked_by = null, locked_at = null
   where locked_by = $1 and id <> all($2::bigint[]) and locked_at < now() - $3 * interval '1 ms'
  returning job_queue_id),
queues as (
  update graphile_worker._private_job_queues set locked_by = null, locked_at = null
   where locked_by = $1 and id in (select job_queue_id from unheard))
select count(*)::integer as freed from unheard`;
