import type { Book } from './grant';
import type { Charge } from './ledgerView';
import type { DebitEntry, WaiverEntry } from './newEntry';

/** The charge that stands once `entry` is recorded; `book` is the account's when it was decided. */
export function toCharge(entry: DebitEntry | WaiverEntry, book: Book): Charge {
  if (entry.kind === 'waiver') return { kind: 'waiver', key: entry.key, reason: entry.reason };
  return {
    kind: 'debit',
    key: entry.key,
    ticketId: entry.ticketId,
    isByAgent: entry.actor.kind === 'agent',
    amountCredits: entry.amountCredits,
    allocations: entry.allocations.map((each) => ({
      ...each,
      expiresAt: book.grants.find(({ key }) => key === each.grantKey)?.expiresAt,
    })),
  };
}
