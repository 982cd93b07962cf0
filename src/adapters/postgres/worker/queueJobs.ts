import type { Pool, PoolClient } from 'pg';

/** Names of the jobs; each carries the id of the ticket that it is about. */
export const TICKET_JOBS = ['reconcile_ticket', 'bring_ticket_in_line', 'bring_requester_in_line'] as const;

/** Name of a job about one ticket. */
export type TicketJob = (typeof TICKET_JOBS)[number];

/** A job that fails is tried again with growing pauses, for about three days; then it stays in the table for the operator. */
const MAX_ATTEMPTS = 25;

/**
 * Queues a job about a ticket with graphile-worker, on the caller's connection: inside a transaction it exists exactly
 * when the transaction commits. One waiting job per kind and ticket (events coalesce), and jobs of one kind about one
 * ticket run one after another, so that an older reading never overtakes a newer one. The kinds have queues of their
 * own: what a look has decided may be brought in line while the next look is already on its way.
 */
export async function queueTicketJob(db: Pool | PoolClient, job: TicketJob, ticketId: string): Promise<void> {
  const name = `${job}:${ticketId}`;
  await db.query(
    `select graphile_worker.add_job($1, payload := json_build_object('ticketId', $2::text), job_key := $3,
                                    queue_name := $3, max_attempts := $4, job_key_mode := 'replace')`,
    [job, ticketId, name, MAX_ATTEMPTS],
  );
}

/** Queues several jobs in one statement, in the order of their names; else as {@link queueTicketJob}. */
export async function queueTicketJobs(
  client: PoolClient,
  jobs: readonly { job: TicketJob; ticketId: string }[],
): Promise<void> {
  const specs = jobs
    .map(({ job, ticketId }) => ({
      identifier: job,
      payload: { ticketId },
      queue_name: `${job}:${ticketId}`,
      job_key: `${job}:${ticketId}`,
      max_attempts: MAX_ATTEMPTS,
    }))
    .sort((one, other) => (one.job_key < other.job_key ? -1 : 1));
  await client.query({
    name: 'queue_jobs',
    text: `select graphile_worker.add_jobs(array(
             select spec from json_populate_recordset(null::graphile_worker.job_spec, $1::json) spec))`,
    values: [JSON.stringify(specs)],
  });
}
