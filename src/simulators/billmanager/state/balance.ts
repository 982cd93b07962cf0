import type { BillingIndex } from './billingIndex';
import type { PaymentRow } from './rows';

const CREDITED = '4';

/** Money that has arrived, less what was given back, in cents. */
export function sumCreditedCents(payments: readonly PaymentRow[]): number {
  return payments
    .filter((row) => row.statusCode === CREDITED)
    .reduce((sum, row) => sum + (row.returnOf === undefined ? row.amountCents : -row.amountCents), 0);
}

/** The balance of an account in cents: the money credited less the money charged. */
export function readBalanceCents(index: BillingIndex, accountId: string): number {
  const chargedCents = index.expensesOf(accountId).reduce((sum, row) => sum + row.amountCents, 0);
  return sumCreditedCents(index.paymentsOf(accountId)) - chargedCents;
}
