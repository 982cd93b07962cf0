import type { LedgerView } from '../../domain/credits/ledgerView';
import type { AgentRefundReason } from '../../domain/policy/refundReason';

/** A return that waits for another person's approval: who asked for it, and when (ISO 8601). */
export type WaitingApproval = { reason: AgentRefundReason; askedBy: string; askedAt: string };

/** A client and, where there is one, the ticket that is looked at. */
export type LedgerSubject = {
  billingAccountId: string | undefined;
  ticket: { ticketId: string; problemId: string } | undefined;
};

/** What people are shown of the ledger beyond its balances: read without a lock, and nothing is written. */
export interface LedgerViews {
  /** The return that waits on this ticket for a charge that still stands; undefined when none does. */
  readApproval(ticketId: string): Promise<WaitingApproval | undefined>;
  /** What a decision about the ticket, or about a new one of the client, would look at now, of a moment. */
  readLedgerView(subject: LedgerSubject): Promise<LedgerView>;
}
