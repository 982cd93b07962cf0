import { createHash } from 'node:crypto';

/**
 * How many queues the jobs of one kind are spread over. With every look for a job graphile-worker locks all rows of
 * `_private_job_queues` that are free (dist/sql/getJobs.js, strategy 2), and nobody takes a row away again: with a queue
 * per ticket each look would grow with the number of tickets there ever were. 32 rows per kind cost nothing, and are more
 * than the jobs that one replica has connections for (20). When two tickets share a queue, the second waits while other
 * jobs go before it; nothing else changes. Change the number only while no job waits: for two jobs about one ticket could
 * get different queues.
 */
const QUEUES_PER_KIND = 32;

/**
 * Kinds of job with fewer queues, over all replicas, because they wait for a place: readings of billing for the few that
 * there are, what is written to tickets and requesters for the pace that the helpdesk allows. However many there are at
 * once, they must not take the workers that look at tickets.
 */
const FEWER_QUEUES: ReadonlyMap<string, number> = new Map([
  ['refresh_account', 4],
  ['bring_ticket_in_line', 4],
  ['bring_requester_in_line', 2],
]);

/**
 * The queue for the jobs of one kind about one thing (`key`, such as a ticket's id): always the same for the same key, and
 * one of a fixed, small number. Jobs of one queue run one after another.
 */
export function toQueueName(job: string, key: string): string {
  // A cryptographic hash only because it is stable everywhere and spreads consecutive ids evenly.
  const hash = createHash('sha256').update(key).digest().readUInt32BE();
  const number = hash % (FEWER_QUEUES.get(job) ?? QUEUES_PER_KIND);
  return `${job}:${number}`;
}
