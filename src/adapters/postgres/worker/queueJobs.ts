import type { Pool, PoolClient } from 'pg';
import { toQueueName } from './toQueueName';

/** Names of the jobs; each carries the id of the ticket that it is about. */
export const TICKET_JOBS = ['reconcile_ticket', 'bring_ticket_in_line', 'bring_requester_in_line'] as const;

/** Name of a job about one ticket. */
export type TicketJob = (typeof TICKET_JOBS)[number];

/** A job to be queued. */
export type JobRequest = { job: TicketJob; ticketId: string };

/** A job that fails is tried again with growing pauses, for about three days; then it stays in the table for the operator. */
const MAX_ATTEMPTS = 25;

/** Queues one job about a ticket; promises as {@link queueTicketJobs}. */
export async function queueTicketJob(db: Pool | PoolClient, job: TicketJob, ticketId: string): Promise<void> {
  await queueTicketJobs(db, [{ job, ticketId }]);
}

/**
 * Queues jobs with graphile-worker in one statement, on the caller's connection: inside a transaction they exist exactly
 * when the transaction commits. One waiting job per kind and ticket (events coalesce), and jobs of one kind about one
 * ticket run one after another, so that an older reading never overtakes a newer one. The kinds have queues of their
 * own: what a look has decided may be brought in line while the next look is already on its way.
 */
export async function queueTicketJobs(db: Pool | PoolClient, jobs: readonly JobRequest[]): Promise<void> {
  if (jobs.length === 0) return;
  // The queue refuses one key twice in a statement. Sorted, so that two callers never wait for each other's rows.
  const specs = [...new Map(jobs.map(toSpec).map((spec) => [spec.job_key, spec])).values()].sort(
    (one, other) => (one.job_key < other.job_key ? -1 : 1),
  );
  await db.query({
    name: 'queue_jobs',
    text: `select graphile_worker.add_jobs(array(
             select spec from json_populate_recordset(null::graphile_worker.job_spec, $1::json) spec))`,
    values: [JSON.stringify(specs)],
  });
}

/** The only place that knows how a job is named and with which options it is queued. */
function toSpec({ job, ticketId }: JobRequest) {
  return {
    identifier: job,
    payload: { ticketId },
    queue_name: toQueueName(job, ticketId),
    job_key: `${job}:${ticketId}`,
    max_attempts: MAX_ATTEMPTS,
  };
}
