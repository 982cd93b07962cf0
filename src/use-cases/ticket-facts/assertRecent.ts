import { AdapterError } from '../ports/AdapterError';

/**
 * A decision rests on nothing that was read longer ago: this process stood still meanwhile, and others have gone on. Sweeps look
 * again at what changed up to five minutes before a decision (`sweepTickets`), which is a minute longer.
 */
const MOST_READ_AGE_MS = 4 * 60_000;

/**
 * Throws `AdapterError` `ticket_busy` when the ticket was read too long ago to be decided; the job reads it again. To be asked
 * under the lock of the decision, right before that is written. A clock that was set meanwhile makes it be read again, too.
 */
export function assertRecent(ticketId: string, readAt: Date, now: Date): void {
  if (now.getTime() - readAt.getTime() <= MOST_READ_AGE_MS) return;
  throw new AdapterError(`Ticket ${ticketId} was read too long ago to be decided.`, {
    code: 'ticket_busy',
    retry: true,
  });
}
