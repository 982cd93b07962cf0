import type { AgentRefundReason, RefundReason } from '../policy/refundReason';
import type { TicketState } from '../tickets/ticketDecision';
import type { Allocation, Book } from './grant';

/** What a debit took, with the end of the grant it came from: a refund has to know whether that has passed. */
export type ChargeAllocation = Allocation & { expiresAt: string | undefined };

/**
 * A debit or waiver of a problem, as recorded; the allocations include what later grants repaid. `ticketId` is the ticket
 * that it was made for: a problem may have several. `isByAgent`: an agent asked for it, the rules did not.
 */
export type Charge =
  | {
      kind: 'debit';
      key: string;
      ticketId: string;
      isByAgent: boolean;
      amountCredits: number;
      allocations: ChargeAllocation[];
    }
  | { kind: 'waiver'; key: string; reason: 'partner' | 'agent' };

/** A refund that somebody asked for and somebody else has to approve, of the charge `chargeKey`. */
export type AwaitingRefund = { reason: AgentRefundReason; actorId: string; chargeKey: string };

/** What the ledger says of one client and one problem, read under the lock of the client's credit account. */
export type LedgerView = {
  /**
   * Whose credit account this is: the one whose charge stands, else the requester's, else the one that was charged last.
   * Undefined when the requester is no known client and nothing was ever charged.
   */
  billingAccountId: string | undefined;
  /** Grants with something left, those not yet effective too, and debts. */
  book: Book;
  /** How many `grant:spend:<account>:<n>` stand, those clawed back not counted; n runs from 1 without gaps. */
  spendGrantCount: number;
  /** How often each step of spend was clawed back; only steps that ever were. */
  spendClawbacks: { step: number; times: number }[];
  /** Keys of the pack grants that were ever made, and of the welcome grant. */
  grantedKeys: string[];
  /** The debit or waiver that stands for the problem now. */
  openCharge: Charge | undefined;
  /** How many debits and waivers the problem ever had. */
  chargeCount: number;
  /** Why the problem's last debit was refunded; undefined when it stands or there was none. */
  refundReason: RefundReason | undefined;
  /** Why debits of the problem were ever refunded. */
  refundReasons: RefundReason[];
  /** R4: whether the problem that the ticket was merged into has a charge of its own, or had one that stays returned. */
  isMergeTargetCharged: boolean;
  /** How many credits the actor of the refund that is asked for, or approved, has returned today for its reason. */
  refundsToday: number;
  /** The refund of this ticket that waits for another agent's approval, asked for last. */
  awaiting: AwaitingRefund | undefined;
  /** What was last decided for this ticket, and for which requester; undefined when it was never looked at. */
  previous: { requesterId: string; state: TicketState } | undefined;
  /** Tickets of this account, other than this one, that are held for `no_credits`. */
  otherHeldTickets: number;
  /** Those of them that have waited longer than this one; all of them when this one does not wait yet. */
  olderHeldTickets: number;
};

/** The ledger of a client who was never seen, or of a requester who is no client. */
export const EMPTY_LEDGER: LedgerView = {
  billingAccountId: undefined,
  book: { grants: [], debts: [] },
  spendGrantCount: 0,
  spendClawbacks: [],
  grantedKeys: [],
  openCharge: undefined,
  chargeCount: 0,
  refundReason: undefined,
  refundReasons: [],
  isMergeTargetCharged: false,
  refundsToday: 0,
  awaiting: undefined,
  previous: undefined,
  otherHeldTickets: 0,
  olderHeldTickets: 0,
};
