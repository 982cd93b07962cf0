import type { Pool } from 'pg';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import { queueTicketJobs } from './queueJobs';
import type { JobRequest } from './queueJobs';

/**
 * Does a job; when the outside asked to wait, the job is queued again for then and counts as done: a pause that was asked
 * for is no failed attempt, after which the queue would wait for longer and longer. Any other failure is thrown on.
 */
export async function putOff(pool: Pool, job: JobRequest, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const waitMs = error instanceof AdapterError && error.retry ? error.retryAfterMs : undefined;
    if (waitMs === undefined) throw error;
    await queueTicketJobs(pool, [{ ...job, waitMs }]);
  }
}
