import type { AccountFacts } from '../../domain/accounts/accountFacts';

/** Facts of billing as last read; `facts.readAt` is their age. */
export type RememberedFacts = {
  facts: AccountFacts;
  /** False when the last attempt to read them failed. */
  isReachable: boolean;
  /** When billing last said that something changed (ISO 8601). */
  changedAt: string | undefined;
  /** When a reading was last begun, whatever came of it (ISO 8601). */
  askedAt: string;
};

/** Which account an e-mail was last found to belong to, and when (ISO 8601). */
export type RememberedClient = { billingAccountId: string; matchedAt: string | undefined };

/** What was last read of billing, shared by all replicas. Every method fails with `AdapterError`. */
export interface FactsMemory {
  recallClient(email: string): Promise<RememberedClient | undefined>;
  rememberClient(email: string, billingAccountId: string, matchedAt: string): Promise<void>;
  /** Billing answered, and this e-mail is no single client there (any more). */
  forgetClient(email: string): Promise<void>;
  recallFacts(billingAccountId: string): Promise<RememberedFacts | undefined>;
  /**
   * Remembers what was read in this turn; nothing when the turn has passed to others, whose reading is newer. The order of
   * readings is that of the turns, whatever the clocks say. `readMs`: how long the reading took.
   */
  rememberFacts(facts: AccountFacts, readMs: number, turnId: string): Promise<void>;
  /** Billing could not be asked; what was read before stays, marked as not reachable. */
  rememberFailure(billingAccountId: string): Promise<void>;
  /** Billing answered, and there is no such account (any more). */
  forgetAccount(billingAccountId: string): Promise<void>;
  /**
   * Something changed in billing by `at` (ISO 8601): what was read before is not fresh any more. Answers whether the
   * account is known here.
   */
  noteChange(billingAccountId: string, at: string): Promise<boolean>;
  /**
   * The account that was not asked about for longest, before `askedBefore`; none that is being read. From `now` on it
   * counts as asked about, so no two callers get the same one. One asked about after `now` was so by a clock that went
   * wrong: it is due too. Times are ISO 8601.
   */
  takeDue(askedBefore: string, now: string): Promise<string | undefined>;
  /**
   * Runs `work`, a reading of this account, when nobody else reads it: one at a time over all replicas. Who dies while
   * reading is waited for a few seconds only; who was taken for dead has lost the turn, and `turnId` writes nothing any
   * more. Undefined, and nothing was run: others were at it for too long. `now` is kept as the time of asking. Fails with
   * whatever `work` fails with.
   */
  inTurn<Value>(
    billingAccountId: string,
    now: string,
    work: (turnId: string) => Promise<Value>,
  ): Promise<{ value: Value } | undefined>;
}
