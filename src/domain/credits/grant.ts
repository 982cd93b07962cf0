/** Where credits come from (design.md, section 5). */
export const GRANT_SOURCES = ['spend', 'pack', 'welcome', 'goodwill', 'adjustment'] as const;

/** Where credits come from. */
export type GrantSource = (typeof GRANT_SOURCES)[number];

/** A lot of credits as the ledger holds it; `key` states the business fact that made it. Times are ISO 8601. */
export type Grant = {
  key: string;
  source: GrantSource;
  amountCredits: number;
  remainingCredits: number;
  isPaid: boolean;
  effectiveAt: string;
  expiresAt: string | undefined;
};

/** How many credits of which grant a debit took, or a refund gave back. */
export type Allocation = { grantKey: string; amountCredits: number };
