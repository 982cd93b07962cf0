import type { Proof } from '../../domain/credits/newEntry';
import type { LedgerView } from '../../domain/credits/ledgerView';
import type { AgentRefundReason } from '../../domain/policy/refundReason';
import type { TicketDecision } from '../../domain/tickets/ticketDecision';
import type { DecisionInput } from './ledger';
import type { RecordedEntry, RecordedGrant } from './recordedEntry';

/** A return that waits for another person's approval: who asked for it, and when (ISO 8601). */
export type WaitingApproval = { reason: AgentRefundReason; askedBy: string; askedAt: string };

/** A grant that an entry took from or gave back to, as it stands now; `amountCredits` is below 0 for taking. */
export type TouchedGrant = {
  key: string;
  grant: RecordedGrant;
  grantedCredits: number;
  amountCredits: number;
  proof: Proof | undefined;
};

/** Sums over everything that ever took from one grant or gave back to it. */
export type GrantSums = {
  usedCredits: number;
  returnedCredits: number;
  expiredCredits: number;
  clawedBackCredits: number;
  adjustedCredits: number;
};

/** An entry that took from a grant or gave back to it; `amountCredits` is below 0 for taking. */
export type GrantUse = { entry: RecordedEntry; amountCredits: number };

/** An entry with everything that the ledger knows about it. */
export type RecordedReceipt = { entry: RecordedEntry; proof: Proof | undefined } & (
  | { kind: 'grant'; grant: RecordedGrant; sums: GrantSums; uses: GrantUse[] }
  | {
      kind: 'movement';
      grants: TouchedGrant[];
      /** What it took without a grant and is not repaid yet. */
      owedCredits: number;
      refund: RecordedEntry | undefined;
      debit: RecordedEntry | undefined;
    }
);

/** The ticket that is looked at, and the client whom it would be charged to. */
export type LedgerSubject = {
  billingAccountId: string | undefined;
  ticket: { ticketId: string; problemId: string };
};

/** A decision as {@link Ledger.decideTicket} would make it, of which nothing is written. */
export type PreviewTicket = (
  input: DecisionInput,
  decide: (view: LedgerView, isCommandAnswered: boolean) => TicketDecision,
) => Promise<TicketDecision>;

/** What people are shown of the ledger beyond its balances: read without a lock, and nothing is written. */
export interface LedgerViews {
  /** The return that waits on this ticket for a charge that still stands; undefined when none does. */
  readApproval(ticketId: string): Promise<WaitingApproval | undefined>;
  /** What a decision about the ticket would look at, as it is at one moment. */
  readLedgerView(subject: LedgerSubject): Promise<LedgerView>;
  /** Decides on the ledger as it is now, with all that a real decision looks at; a requester's account need not be there. */
  previewTicket: PreviewTicket;
  /** Of this client's entry `key`, with the newest `maxUses` uses of a grant; undefined: the client has no such entry. */
  readReceipt(billingAccountId: string, key: string, maxUses: number): Promise<RecordedReceipt | undefined>;
}
