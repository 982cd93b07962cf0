import type { Pool } from 'pg';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import { NO_TELEMETRY } from '../../../use-cases/ports/telemetry';
import type { Telemetry } from '../../../use-cases/ports/telemetry';
import type { WorkQueue } from '../../../use-cases/ports/workQueue';
import { buildGroupCommit } from '../groupCommit';
import { toDatabaseError } from '../toDatabaseError';
import { queueAccountWork } from './queueAccountWork';
import { queueLaterLooks, queueTicketJobs } from './queueJobs';
import { queueShown } from './queueShown';

/** Looks in one statement at most; it is over in milliseconds, and what comes meanwhile is the next one. */
const MAX_BATCH = 200;

/** Statements at once: one waits for the disk while the next is at work. More make batches small. */
const MAX_IN_FLIGHT = 2;

/**
 * The durable queue: when a method returns, the job survives a crash of the bridge and of the machine. Looks that events ask
 * for at the same time share a statement, and with it the wait for the disk. Jobs that are queued for one thing each keep where
 * the work that asks for them stands in its trace.
 */
export function buildWorkQueue(
  pool: Pool,
  { readTrace }: Pick<Telemetry, 'readTrace'> = NO_TELEMETRY,
): WorkQueue {
  const queueLook = buildLookQueue(pool);
  return {
    queueReconcile: (ticketId) => makeDurable(() => queueLook({ ticketId, trace: readTrace() })),
    queueLooks: (ticketIds) =>
      makeDurable(async () => {
        await queueLaterLooks(pool, ticketIds);
      }),
    queueIncidents: (ticketId) =>
      makeDurable(() => queueTicketJobs(pool, [{ job: 'look_at_incidents', ticketId, trace: readTrace() }])),
    queueInLine: (ticketIds, waitMs) =>
      makeDurable(() =>
        queueTicketJobs(
          pool,
          ticketIds.map((ticketId) => ({ job: 'bring_ticket_in_line', ticketId, waitMs })),
        ),
      ),
    queueRequesterInLine: (requesterId, waitMs) =>
      makeDurable(() => queueTicketJobs(pool, [{ job: 'bring_requester_in_line', requesterId, waitMs }])),
    queueRefresh: (billingAccountId) =>
      makeDurable(() =>
        queueTicketJobs(pool, [{ job: 'refresh_account', billingAccountId, trace: readTrace() }]),
      ),
    queueShown: (billingAccountId) => makeDurable(() => queueShown(pool, billingAccountId)),
    queueAccountWork: (billingAccountId) => makeDurable(() => queueAccountWork(pool, billingAccountId)),
  };
}

type Look = { ticketId: string; trace: string | undefined };

function buildLookQueue(pool: Pool): (look: Look) => Promise<undefined> {
  let asked = 0;
  return buildGroupCommit<Look, undefined>({
    run: async (looks) => {
      await queueTicketJobs(
        pool,
        looks.map((look) => ({ job: 'reconcile_ticket', ...look })),
      );
      return looks.map(() => ({ ok: true, value: undefined }));
    },
    // Nobody waits for another one: the statement makes one job of those about one ticket.
    keyOf: () => String((asked += 1)),
    isOutage: (error) => toDatabaseError(error) !== error,
    maxBatch: MAX_BATCH,
    maxInFlight: MAX_IN_FLIGHT,
  });
}

async function makeDurable(queue: () => Promise<unknown>): Promise<void> {
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
