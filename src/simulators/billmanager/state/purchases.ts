import type { BillingStore } from './billingStore';
import { findPriceList } from './priceLists';

const PRODUCTS = [
  { intname: 'vmmanager6', localeName: 'VMmanager 6' },
  { intname: 'dcimanager6', localeName: 'DCImanager 6' },
  { intname: 'billmanager6', localeName: 'BILLmanager 6' },
] as const;

/** Records that an account paid for a product: money in, and the same money charged. */
export function appendProductPurchase(
  store: BillingStore,
  purchase: { accountId: string; amountCents: number; day: string },
): void {
  const bought = store.rows().expenses.filter((row) => row.accountId === purchase.accountId).length;
  const product = PRODUCTS[bought % PRODUCTS.length] ?? PRODUCTS[0];
  appendPaidExpense(store, { ...purchase, ...product, itemId: store.takeId('item') });
}

/** Records that an account bought a pack of credits; the number of credits must be that of a price list. */
export function appendPackPurchase(
  store: BillingStore,
  purchase: { accountId: string; credits: number; day: string },
): void {
  const { accountId, day } = purchase;
  const list = findPriceList(purchase.credits);
  if (list === undefined) throw new RangeError(`There is no pack of ${String(purchase.credits)} credits.`);
  const id = store.takeId('item');
  store.rows().packs.push({ id, accountId, pricelistId: list.id, boughtOn: day, costCents: list.priceCents });
  appendPaidExpense(store, {
    accountId,
    day,
    amountCents: list.priceCents,
    itemId: id,
    intname: 'paidsupport',
    localeName: list.name,
  });
}

function appendPaidExpense(
  store: BillingStore,
  charge: {
    accountId: string;
    itemId: string;
    intname: string;
    localeName: string;
    amountCents: number;
    day: string;
  },
): void {
  const { accountId, itemId, intname, localeName, amountCents, day } = charge;
  const paymentId = store.takeId('payment');
  store.rows().payments.push({
    id: paymentId,
    number: paymentId,
    accountId,
    createdOn: day,
    amountCents,
    statusCode: '4',
  });
  store.rows().expenses.push({
    id: store.takeId('expense'),
    accountId,
    itemId,
    intname,
    localeName,
    chargedOn: day,
    amountCents,
    taxCents: 0,
    unpaidCents: 0,
  });
  store.saveSoon();
}
