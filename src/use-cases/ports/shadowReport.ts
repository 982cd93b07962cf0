import type { CreditState } from '../../domain/tickets/creditState';
import type { StaffNote } from '../../domain/shadow/compareWithStaff';

/** A ticket as it was decided last; times are ISO 8601. */
export type DecidedTicket = {
  ticketId: string;
  billingAccountId: string | undefined;
  line: string | undefined;
  creditState: CreditState;
  reason: string;
  decidedAt: string;
};

/** What was decided, ticket by ticket. Fails with `AdapterError`. */
export interface DecidedTickets {
  /** At most `limit` tickets decided at `since` or later, in the order of their ids, from the one after `afterTicketId` on. */
  readDecidedTickets(since: string, afterTicketId: string, limit: number): Promise<DecidedTicket[]>;
}

/** So many tickets are asked about in one go. */
export const MAX_NOTES_AT_ONCE = 100;

/** What staff write into the tickets themselves. Fails with `AdapterError`. */
export interface StaffNotes {
  /** What stands in the ticket field `fieldId`, for each of these tickets, at most {@link MAX_NOTES_AT_ONCE}. */
  readStaffNotes(fieldId: string, ticketIds: readonly string[]): Promise<ReadonlyMap<string, StaffNote>>;
}

/** What billing itself counts. Fails with `AdapterError`. */
export interface NativeCounts {
  /** How many incidents billing says that this client has; undefined: it says nothing of the client. */
  readNativeCount(billingAccountId: string): Promise<number | undefined>;
}
