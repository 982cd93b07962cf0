import type { IdentityGrade } from '../../../domain/accounts/accountFacts';
import type { CreditState, IdentityRefusal } from '../../../domain/tickets/creditState';
import type { StateReason, TicketState } from '../../../domain/tickets/ticketDecision';
import type { StoredIdentity } from '../../../use-cases/ports/storedTicket';

/** What was last decided for a ticket. */
export type PreviousTicket = {
  requesterId: string;
  state: TicketState;
  identity: StoredIdentity;
  /** Undefined when the ticket does not wait. */
  waitingSince: string | undefined;
};

/** Closed unions stand in the columns as text; only `storeTicketStates` writes them, from the same unions. */
export type IdentityColumns = {
  billingAccountId: string | null;
  grade: IdentityGrade | null;
  refusal: IdentityRefusal | null;
};

/** A row as the state is read. */
export type PreviousRow = IdentityColumns & {
  ticketId: string;
  requesterId: string;
  creditState: CreditState;
  reason: StateReason;
  waitingSince: string | null;
};

export function toPreviousTicket(row: PreviousRow): PreviousTicket {
  return {
    requesterId: row.requesterId,
    state: { creditState: row.creditState, reason: row.reason },
    identity: toIdentity(row),
    waitingSince: row.waitingSince === null ? undefined : new Date(row.waitingSince).toISOString(),
  };
}

/** Who the requester was found to be, from the three columns that keep it. */
export function toIdentity({ billingAccountId, grade, refusal }: IdentityColumns): StoredIdentity {
  if (billingAccountId !== null && grade !== null) return { kind: 'client', grade, billingAccountId };
  if (refusal !== null) return { kind: 'refused', reason: refusal };
  return { kind: 'unavailable' };
}
