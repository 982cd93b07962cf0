/**
 * What is read from the lists of billing, each from a column whose name differs between installs: the policy may name
 * others, first choice first. Amounts of payments are those in the account's currency; the level of a partner is that of
 * the contract; groups are ids.
 */
export const BILLING_COLUMNS = [
  'accountId',
  'userEmail',
  'expenseAmount',
  'expenseTax',
  'expenseChargedOn',
  'expenseKind',
  'expenseItem',
  'paymentNumber',
  'paymentAmount',
  'paymentStatus',
  'accountGroups',
  'partnerLevel',
  'packPricelist',
  'packStatus',
  'packBoughtOn',
  'packPaidUntil',
] as const;

/** One thing that is read from a list of billing. */
export type BillingColumn = (typeof BILLING_COLUMNS)[number];
