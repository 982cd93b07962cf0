import type { AccountFacts } from '../../domain/accounts/accountFacts';

/** Facts of billing as last read; not reachable when the last attempt to read them failed. */
export type RememberedFacts = { facts: AccountFacts; isReachable: boolean };

/** What was last read of billing, shared by all replicas. */
export interface FactsMemory {
  rememberFacts(email: string, facts: AccountFacts): Promise<void>;
  /** Billing answered, and this e-mail is no single client there (any more). */
  forgetClient(email: string): Promise<void>;
  /** Billing could not be asked; what was read before stays, marked as not reachable. Answers what is known. */
  rememberFailure(email: string): Promise<AccountFacts | undefined>;
  recallFacts(billingAccountId: string): Promise<RememberedFacts | undefined>;
}
