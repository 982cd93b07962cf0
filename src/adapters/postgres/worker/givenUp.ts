import { QUEUE_BUNDLE } from './queueJobs';

/**
 * Which rows of `graphile_worker.jobs` are given up: all their tries failed. One without its key is not: the queue took it away
 * and used the tries up when a newer job about the same thing took its place, and what it had to do the newer one does. Only
 * bundles never had a key.
 */
export const IS_GIVEN_UP = `(locked_at is null and attempts >= max_attempts
                             and (key is not null or task_identifier = '${QUEUE_BUNDLE}'))`;
