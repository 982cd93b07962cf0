import type { Pool } from 'pg';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { WorkQueue } from '../../../use-cases/ports/workQueue';
import { queueAccountWork } from './queueAccountWork';
import { queueLaterLooks, queueTicketJobs } from './queueJobs';
import { queueShown } from './queueShown';

/** The durable queue: when a method returns, the job survives a crash of the bridge and of the machine. */
export function buildWorkQueue(pool: Pool): WorkQueue {
  return {
    queueReconcile: (ticketId) =>
      makeDurable(() => queueTicketJobs(pool, [{ job: 'reconcile_ticket', ticketId }])),
    queueLooks: (ticketIds) =>
      makeDurable(async () => {
        await queueLaterLooks(pool, ticketIds);
      }),
    queueIncidents: (ticketId) =>
      makeDurable(() => queueTicketJobs(pool, [{ job: 'look_at_incidents', ticketId }])),
    queueInLine: (ticketIds, runAt) =>
      makeDurable(() =>
        queueTicketJobs(
          pool,
          ticketIds.map((ticketId) => ({
            job: 'bring_ticket_in_line',
            ticketId,
            ...(runAt === undefined ? {} : { runAt }),
          })),
        ),
      ),
    queueRequesterInLine: (requesterId, runAt) =>
      makeDurable(() => queueTicketJobs(pool, [{ job: 'bring_requester_in_line', requesterId, runAt }])),
    queueRefresh: (billingAccountId) =>
      makeDurable(() => queueTicketJobs(pool, [{ job: 'refresh_account', billingAccountId }])),
    queueShown: (billingAccountId) => makeDurable(() => queueShown(pool, billingAccountId)),
    queueAccountWork: (billingAccountId) => makeDurable(() => queueAccountWork(pool, billingAccountId)),
  };
}

async function makeDurable(queue: () => Promise<void>): Promise<void> {
  try {
    await queue();
  } catch (cause) {
    throw new AdapterError('The job could not be queued.', {
      code: 'queue_unavailable',
      retry: true,
      cause,
    });
  }
}
