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

/** How many credits of which grant an entry took, or a refund gave back. */
export type Allocation = { grantKey: string; amountCredits: number };

/** What an entry took without any grant to take it from; later grants repay it. */
export type Debt = { entryKey: string; amountCredits: number };

/** How much of which debt a grant repaid. */
export type Repayment = Debt;

/** What an account holds. Balance = what is left in the grants less the debts. Debts stand oldest first. */
export type Book = { grants: Grant[]; debts: Debt[] };

/** The balance of a book; below zero when the debts outweigh what is left. */
export function countBalance(book: Book): number {
  const left = book.grants.reduce((sum, grant) => sum + grant.remainingCredits, 0);
  return left - countDebts(book);
}

/** What is owed in all. */
export function countDebts(book: Book): number {
  return book.debts.reduce((sum, debt) => sum + debt.amountCredits, 0);
}
