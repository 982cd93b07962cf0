import type { PoolClient } from 'pg';
import type { QueueFigures } from '../../../use-cases/ports/figures';
import { IS_GIVEN_UP } from '../worker/givenUp';

type Row = {
  task: string;
  ready: string;
  later: string;
  running: string;
  given_up: string;
  oldest_seconds: number | null;
};

/** The queue task by task, by the clock of the database, which is the queue's own. */
export async function readQueue(client: PoolClient): Promise<QueueFigures[]> {
  const { rows } = await client.query<Row>(
    `select task_identifier as task,
            count(*) filter (where is_free and run_at <= now()) as ready,
            count(*) filter (where is_free and run_at > now()) as later,
            count(*) filter (where locked_at is not null) as running,
            count(*) filter (where ${IS_GIVEN_UP}) as given_up,
            extract(epoch from now() - min(run_at) filter (where is_free and run_at <= now()))::float8
              as oldest_seconds
       from (select *, locked_at is null and attempts < max_attempts as is_free from graphile_worker.jobs) job
      group by task_identifier`,
  );
  return rows.map((row) => ({
    task: row.task,
    ready: Number(row.ready),
    later: Number(row.later),
    running: Number(row.running),
    givenUp: Number(row.given_up),
    oldestReadySeconds: row.oldest_seconds ?? 0,
  }));
}
