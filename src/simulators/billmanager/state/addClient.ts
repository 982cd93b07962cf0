import type { BillingStore } from './billingStore';
import { toDay } from './days';
import { makePartner } from './partnership';
import { appendPackPurchase, appendProductPurchase } from './purchases';

/** A client to be: what it was charged for products so far, in cents, and the sizes of its packs, in credits. */
export type NewClient = {
  email: string;
  name: string;
  chargesCents: readonly number[];
  packs: readonly number[];
  partnerLevel?: string;
};

const DAYS_BETWEEN_CHARGES = 30;
const DAYS_SINCE_PACKS = 7;

/**
 * Adds an account with one user and its history before `now`: a charge a month, the packs a week ago. An e-mail
 * that is known gets a further account, as in a real billing.
 */
export function addClient(
  store: BillingStore,
  client: NewClient,
  now: Date,
): { userId: string; accountId: string } {
  const accountId = store.takeId('account');
  const userId = store.takeId('user');
  const months = client.chargesCents.length + 1;
  const { email, name } = client;
  store
    .rows()
    .accounts.push({ id: accountId, name, registeredOn: toDay(now, months * DAYS_BETWEEN_CHARGES) });
  store.rows().users.push({ id: userId, accountId, email, realname: name });
  client.chargesCents.forEach((amountCents, index) => {
    const day = toDay(now, (months - 1 - index) * DAYS_BETWEEN_CHARGES);
    appendProductPurchase(store, { accountId, amountCents, day });
  });
  for (const credits of client.packs) {
    appendPackPurchase(store, { accountId, credits, day: toDay(now, DAYS_SINCE_PACKS) });
  }
  if (client.partnerLevel !== undefined) makePartner(store, { accountId, level: client.partnerLevel });
  store.saveSoon();
  return { userId, accountId };
}
