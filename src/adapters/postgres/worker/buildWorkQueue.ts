import type { Pool } from 'pg';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { WorkQueue } from '../../../use-cases/ports/workQueue';
import { queueTicketJob } from './queueJobs';

/** The durable queue: when `queueReconcile` returns, the job survives a crash of the bridge and of the machine. */
export function buildWorkQueue(pool: Pool): WorkQueue {
  return {
    async queueReconcile(ticketId) {
      try {
        await queueTicketJob(pool, 'reconcile_ticket', ticketId);
      } catch (cause) {
        throw new AdapterError('The job could not be queued.', {
          code: 'queue_unavailable',
          retry: true,
          cause,
        });
      }
    },
  };
}
