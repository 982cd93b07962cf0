import type { AccountRow, BillingRows, ExpenseRow, PackRow, PartnerRow, PaymentRow, UserRow } from './rows';

/** The rows by the account they belong to, so that one client is found among many without a walk over all. */
export type BillingIndex = {
  account(id: string): AccountRow | undefined;
  usersOf(accountId: string): readonly UserRow[];
  expensesOf(accountId: string): readonly ExpenseRow[];
  paymentsOf(accountId: string): readonly PaymentRow[];
  packsOf(accountId: string): readonly PackRow[];
  partnersOf(accountId: string): readonly PartnerRow[];
};

/** Promises an index of the rows as they are now; it does not follow later changes. */
export function buildBillingIndex(rows: BillingRows): BillingIndex {
  const accounts = new Map(rows.accounts.map((row) => [row.id, row]));
  return {
    account: (id) => accounts.get(id),
    usersOf: buildLookup(rows.users),
    expensesOf: buildLookup(rows.expenses),
    paymentsOf: buildLookup(rows.payments),
    packsOf: buildLookup(rows.packs),
    partnersOf: buildLookup(rows.partners),
  };
}

function buildLookup<Row extends { accountId: string }>(
  rows: readonly Row[],
): (accountId: string) => readonly Row[] {
  const byAccount = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byAccount.get(row.accountId);
    if (known === undefined) byAccount.set(row.accountId, [row]);
    else known.push(row);
  }
  return (accountId) => byAccount.get(accountId) ?? [];
}
