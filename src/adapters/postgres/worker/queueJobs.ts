import type { Pool, PoolClient } from 'pg';
import { toQueueName } from './toQueueName';

/** Names of the jobs that carry the id of the ticket that they are about. */
export const TICKET_JOBS = [
  'reconcile_ticket',
  'bring_ticket_in_line',
  // These two are about the incidents of a problem ticket, whose id they carry.
  'look_at_incidents',
  'bring_incidents_in_line',
] as const;

/** Name of a job about one ticket. */
export type TicketJob = (typeof TICKET_JOBS)[number];

/**
 * A job to be queued, not to be done before `waitMs` from now, by the clock of the database: that of who asks may be wrong.
 * What is shown at a requester is one thing, however many tickets led to it. `trace` is where the work that asks for it stands
 * (`Telemetry.readTrace`).
 */
export type JobRequest = (
  | { job: TicketJob; ticketId: string }
  | { job: 'bring_requester_in_line'; requesterId: string }
  | { job: 'refresh_account'; billingAccountId: string }
) & { waitMs?: number | undefined; trace?: string | undefined };

/** A job that fails is tried again with growing pauses, for about four days; then it stays in the table for the operator. */
const MAX_ATTEMPTS = 25;

/** The job that queues other jobs. */
export const QUEUE_BUNDLE = 'queue_bundle';

/** Looks that no event asked for come after those that one did: graphile-worker takes the lowest number first. */
const LATER = 10;

/** Queues one job about a ticket; promises as {@link queueTicketJobs}. */
export async function queueTicketJob(db: Pool | PoolClient, job: TicketJob, ticketId: string): Promise<void> {
  await queueTicketJobs(db, [{ job, ticketId }]);
}

/**
 * Queues jobs with graphile-worker in one statement, on the caller's connection: inside a transaction they exist exactly
 * when the transaction commits. One waiting job per kind and ticket (events coalesce), and jobs of one kind about one
 * ticket or requester run one after another, so that an older reading never overtakes a newer one. The kinds have queues
 * of their own: what a look has decided may be brought in line while the next look is already on its way.
 */
export async function queueTicketJobs(db: Pool | PoolClient, jobs: readonly JobRequest[]): Promise<void> {
  await addJobs(db, jobs.map(toSpec));
}

/** From so many jobs on, one job that queues them all is cheaper than they are; fewer are started the sooner. */
const BUNDLE_FROM = 5;

/**
 * The jobs that a transaction leaves behind, for {@link addJobsSql}. When there are many, they become one job that queues
 * them: a rush of decisions is then not held up by what can follow it.
 */
export function toBundle(jobs: readonly JobRequest[]): string {
  if (jobs.length < BUNDLE_FROM) return toSpecList(jobs.map(toSpec));
  return JSON.stringify([{ identifier: QUEUE_BUNDLE, payload: { jobs }, max_attempts: MAX_ATTEMPTS }]);
}

/** Does what a job made by {@link toBundle} asks for; once more, when it has to, to no harm: every job has a key. */
export async function queueBundle(db: Pool, payload: unknown): Promise<void> {
  const jobs: unknown =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'jobs') : undefined;
  if (!isJobList(jobs)) throw new Error('Defect: a bundle without jobs was queued.');
  await queueTicketJobs(db, jobs);
}

/** Only this file writes bundles, from requests. */
function isJobList(jobs: unknown): jobs is JobRequest[] {
  return (
    Array.isArray(jobs) && jobs.every((each) => typeof each === 'object' && each !== null && 'job' in each)
  );
}

/**
 * Queues looks at tickets that wait, after those that events asked for. A ticket whose look waits already is left out:
 * queueing it again would take its pause after a failure away, and the urgency of an event.
 */
export async function queueLaterLooks(
  db: Pool | PoolClient,
  ticketIds: readonly string[],
): Promise<{ queued: number }> {
  const specs = ticketIds.map((ticketId) => toSpec({ job: 'reconcile_ticket', ticketId }));
  const { rows } = await db.query<{ key: string }>(
    `select key from graphile_worker.jobs
      where key = any($1) and locked_at is null and attempts < max_attempts`,
    [specs.map((spec) => spec.job_key)],
  );
  const waiting = new Set(rows.map((row) => row.key));
  const missing = specs.filter((spec) => !waiting.has(spec.job_key));
  await addJobs(
    db,
    missing.map((spec) => ({ ...spec, priority: LATER })),
  );
  return { queued: missing.length };
}

async function addJobs(db: Pool | PoolClient, specs: readonly JobSpec[]): Promise<void> {
  if (specs.length === 0) return;
  await db.query({ name: 'queue_jobs', text: `select ${addJobsSql('$1')}`, values: [toSpecList(specs)] });
}

/** Queues what `parameter` holds, a list as {@link toBundle} makes it: one row for each job. */
export function addJobsSql(parameter: string): string {
  return `graphile_worker.add_jobs(array(
    select (identifier, payload, queue_name, clock_timestamp() + wait_ms * interval '1 ms', max_attempts, job_key,
            priority, null)::graphile_worker.job_spec
      from json_to_recordset(${parameter}::json) as spec (identifier text, payload json, queue_name text, wait_ms float8,
                                                          max_attempts integer, job_key text, priority integer)))`;
}

/** The queue refuses one key twice in a statement. Sorted, so that two callers never wait for each other's rows. */
function toSpecList(specs: readonly JobSpec[]): string {
  const one = new Map(specs.map((spec) => [spec.job_key, spec]));
  return JSON.stringify([...one.values()].sort((a, b) => (a.job_key < b.job_key ? -1 : 1)));
}

type JobSpec = ReturnType<typeof toSpec> & { priority?: number };

type Subject = { ticketId: string } | { requesterId: string } | { billingAccountId: string };

/** The only place that knows how a job is named and with which options it is queued. */
function toSpec({ job, waitMs, ...payload }: JobRequest) {
  const id = toId(payload);
  return {
    identifier: job,
    payload,
    queue_name: toQueueName(job, id),
    job_key: `${job}:${id}`,
    max_attempts: MAX_ATTEMPTS,
    ...(waitMs === undefined ? {} : { wait_ms: waitMs }),
  };
}

function toId(payload: Subject): string {
  if ('ticketId' in payload) return payload.ticketId;
  return 'requesterId' in payload ? payload.requesterId : payload.billingAccountId;
}
