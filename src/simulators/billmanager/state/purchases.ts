import type { BillingStore } from './billingStore';
import { addMonths } from './days';
import { appendPayment } from './payments';
import { findPriceList } from './priceLists';
import type { PriceList } from './priceLists';
import { projectOf } from './projects';
import type { AccountRow } from './rows';

/** A pack to be bought: so many credits once, or so many each month for `months` months. */
export type PackOrder = { credits: number; months?: number };

const PRODUCTS = [
  { intname: 'vmmanager6', localeName: 'VMmanager 6' },
  { intname: 'dcimanager6', localeName: 'DCImanager 6' },
  { intname: 'billmanager6', localeName: 'BILLmanager 6' },
] as const;

/** Charges an account for a product; `ordinal` says the how many-th it is, from 0, so that products take turns. */
export function chargeProduct(
  store: BillingStore,
  charge: { accountId: string; amountCents: number; taxPercent: number; day: string; ordinal: number },
): void {
  const { ordinal, ...rest } = charge;
  const product = PRODUCTS[ordinal % PRODUCTS.length] ?? PRODUCTS[0];
  appendExpense(store, { ...rest, ...product, itemId: store.takeId('item') });
}

/** Charges an account for what staff wrote down, which is no product and no pack; returns the id of the charge. */
export function chargeByHand(
  store: BillingStore,
  charge: { accountId: string; amountCents: number; taxPercent: number; day: string; name: string },
): string {
  const { name, ...rest } = charge;
  return appendExpense(store, { ...rest, intname: '', localeName: name, itemId: '' });
}

/** Records that an account paid for a product: money in, and the same money charged. */
export function buyProduct(
  store: BillingStore,
  purchase: { accountId: string; amountCents: number; day: string },
): void {
  const ordinal = store.index().expensesOf(purchase.accountId).length;
  appendPayment(store, { ...purchase, statusCode: '4' });
  chargeProduct(store, { ...purchase, taxPercent: 0, ordinal });
}

/** What a pack costs an account, in hundredths of the account's currency; undefined when no such pack is sold. */
export function readPackPrice(
  account: AccountRow,
  order: PackOrder,
): { list: PriceList; cents: number } | undefined {
  const { credits, months } = order;
  const list = findPriceList(credits, months === undefined ? 'lifetime' : 'monthly');
  return list && { list, cents: list.prices[projectOf(account).currency] * (months ?? 1) };
}

/** Gives an account a pack and charges its balance for it; throws a RangeError for a pack that is not sold. */
export function chargePack(
  store: BillingStore,
  purchase: { account: AccountRow; order: PackOrder; day: string },
): void {
  const { account, order, day } = purchase;
  const price = readPackPrice(account, order);
  if (price === undefined) throw new RangeError(`There is no pack of ${String(order.credits)} credits.`);
  const { list, cents } = price;
  const { id: accountId } = account;
  const id = store.takeId('item');
  store.rows().packs.push({
    id,
    accountId,
    pricelistId: list.id,
    boughtOn: day,
    costCents: cents,
    ...(order.months === undefined ? {} : { expiresOn: addMonths(day, order.months) }),
  });
  appendExpense(store, {
    accountId,
    itemId: id,
    intname: 'paidsupport',
    localeName: list.name,
    day,
    amountCents: cents,
    taxPercent: 0,
  });
}

/** Records that an account paid for a pack: money in, and the same money charged. */
export function buyPack(
  store: BillingStore,
  purchase: { account: AccountRow; order: PackOrder; day: string },
): void {
  const { account, order, day } = purchase;
  const amountCents = readPackPrice(account, order)?.cents ?? 0;
  appendPayment(store, { accountId: account.id, amountCents, day, statusCode: '4' });
  chargePack(store, purchase);
}

function appendExpense(
  store: BillingStore,
  charge: {
    accountId: string;
    itemId: string;
    intname: string;
    localeName: string;
    day: string;
    amountCents: number;
    taxPercent: number;
  },
): string {
  const { day, taxPercent, ...columns } = charge;
  const id = store.takeId('expense');
  store.rows().expenses.push({
    id,
    ...columns,
    chargedOn: day,
    // The amount includes the tax.
    taxCents: Math.round((charge.amountCents * taxPercent) / (100 + taxPercent)),
    unpaidCents: 0,
  });
  store.changed();
  return id;
}
