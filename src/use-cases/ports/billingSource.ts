import type { AccountFacts } from '../../domain/accounts/accountFacts';

/** Which accounts of billing have a user with this e-mail: exact and case-insensitive. */
export type ClientMatch = { kind: 'none' } | { kind: 'one'; billingAccountId: string } | { kind: 'several' };

/** The billing system; it is only read. Every method fails with `AdapterError`. */
export interface BillingSource {
  readClient(email: string): Promise<ClientMatch>;
  /**
   * Spend in cents of EUR net of tax without packs, partner level, packs bought. `now` becomes `readAt`. Undefined:
   * billing says that it has no such account.
   */
  readAccountFacts(billingAccountId: string): Promise<AccountFacts | undefined>;
}
