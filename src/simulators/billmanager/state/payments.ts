import type { BillingStore } from './billingStore';
import type { PaymentRow, PaymentStatus } from './rows';

/** Why a payment cannot be given back. */
export type ReturnRefusal = { isReturned: false; reason: 'not_credited' | 'more_than_is_left' };

/** Records a payment in this state and returns it; its number is its id. */
export function appendPayment(
  store: BillingStore,
  payment: { accountId: string; amountCents: number; day: string; statusCode: PaymentStatus },
): PaymentRow {
  const { accountId, amountCents, day, statusCode } = payment;
  const id = store.takeId('payment');
  const row: PaymentRow = { id, number: id, accountId, createdOn: day, amountCents, statusCode };
  store.rows().payments.push(row);
  store.changed();
  return row;
}

/** Moves a payment to another state, as the panel's `payment.set…` functions do. */
export function setPaymentStatus(store: BillingStore, payment: PaymentRow, statusCode: PaymentStatus): void {
  payment.statusCode = statusCode;
  store.changed();
}

/** What of a payment has arrived and was not given back yet, in cents. */
export function readReturnableCents(store: BillingStore, payment: PaymentRow): number {
  if (payment.statusCode !== '4' || payment.returnOf !== undefined) return 0;
  return store
    .index()
    .paymentsOf(payment.accountId)
    .filter((row) => row.returnOf === payment.id)
    .reduce((left, row) => left - row.amountCents, payment.amountCents);
}

/**
 * Gives a payment back: the whole of it gets status 6; a part leaves it at 4 and adds a row whose number is
 * `return/<number>` (billmanager.md 4.1).
 */
export function returnPayment(
  store: BillingStore,
  payment: PaymentRow,
  part: { amountCents: number; day: string },
): { isReturned: true } | ReturnRefusal {
  const leftCents = readReturnableCents(store, payment);
  if (leftCents === 0) return { isReturned: false, reason: 'not_credited' };
  if (part.amountCents > leftCents) return { isReturned: false, reason: 'more_than_is_left' };
  if (part.amountCents === payment.amountCents) payment.statusCode = '6';
  else {
    store.rows().payments.push({
      id: store.takeId('payment'),
      number: `return/${payment.number}`,
      accountId: payment.accountId,
      createdOn: part.day,
      amountCents: part.amountCents,
      statusCode: '4',
      returnOf: payment.id,
    });
  }
  store.changed();
  return { isReturned: true };
}
