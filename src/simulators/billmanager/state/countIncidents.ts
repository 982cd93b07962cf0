import { sumCreditedCents } from './balance';
import type { BillingStore } from './billingStore';
import { parseAmountCents } from './money';
import { PRICE_LISTS } from './priceLists';
import type { AccountRow } from './rows';
import { readSupportRules } from './supportRules';

/**
 * How many incidents the panel itself has given an account: for its registration, its first payment and charge, what it
 * paid in all, its packs, and what was added by hand (billmanager.md 6). None is taken: tickets are not simulated here.
 */
export function countIncidents(store: BillingStore, account: AccountRow): number {
  const index = store.index();
  const rules = readSupportRules(store, account.projectId);
  const count = (name: string): number => Number(rules[name] ?? 0);
  const paidCents = sumCreditedCents(index.paymentsOf(account.id));
  const stepCents = parseAmountCents(rules['paid_amount_amount']) ?? 0;
  const steps = stepCents > 0 ? Math.floor(paidCents / stepCents) : 0;
  const packs = index
    .packsOf(account.id)
    .map((pack) => PRICE_LISTS.find((list) => list.id === pack.pricelistId)?.credits ?? 0);
  const byHand = index.partnersOf(account.id).map((partner) => partner.incidents);
  return [
    count('new_account_count'),
    paidCents > 0 ? count('first_payment_count') : 0,
    index.expensesOf(account.id).length > 0 ? count('first_expense_count') : 0,
    steps * count('paid_amount_count'),
    ...packs,
    ...byHand,
  ].reduce((sum, part) => sum + part, 0);
}
