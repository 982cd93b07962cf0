import type { Pool } from 'pg';
import type { JobCounts } from '../../../use-cases/ports/bridgeSigns';
import { IS_GIVEN_UP } from '../worker/givenUp';

type Row = { waiting: number; oldest_at: Date | null; failing: number; given_up: number };

/** How the jobs stand, in one pass over the queue: a job that ends leaves it, so it holds what there is to do. */
export async function countJobs(pool: Pool, now: string): Promise<JobCounts> {
  const { rows } = await pool.query<Row>(
    `select count(*) filter (where is_waiting)::int as waiting,
            min(run_at) filter (where is_waiting) as oldest_at,
            count(*) filter (where attempts > 0 and last_error is not null and attempts < max_attempts)::int as failing,
            count(*) filter (where ${IS_GIVEN_UP})::int as given_up
       from (select *, attempts < max_attempts and locked_at is null and run_at <= $1 as is_waiting
               from graphile_worker.jobs) job`,
    [now],
  );
  const { waiting = 0, oldest_at: oldestAt = null, failing = 0, given_up: givenUp = 0 } = rows[0] ?? {};
  return { waiting, oldestAt: oldestAt?.toISOString(), failing, givenUp };
}
