/** What accounts are looked for by: a number, or an e-mail of one of their users (exact and case-insensitive). */
export type AccountQuery = { kind: 'id'; billingAccountId: string } | { kind: 'email'; email: string };

/** An account as people tell accounts apart. */
export type FoundAccount = { billingAccountId: string; accountName: string; isPartner: boolean };

/** At most as many as were asked for; `hasMore`: there are others. */
export type FoundAccounts = { accounts: FoundAccount[]; hasMore: boolean };

/** Looking accounts of billing up for a person who waits. */
export interface BillingDirectory {
  /** Ends within ten seconds; fails with `AdapterError`. */
  findAccounts(query: AccountQuery, limit: number): Promise<FoundAccounts>;
}
