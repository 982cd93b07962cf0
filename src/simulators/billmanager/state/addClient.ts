import type { BillingStore } from './billingStore';
import { toDay } from './days';
import { makePartner } from './partnership';
import { appendPayment } from './payments';
import type { Currency } from './projects';
import { findProjectOf, PROJECTS } from './projects';
import { buyPack, chargeProduct } from './purchases';
import type { PackOrder } from './purchases';
import type { AccountRow, PaymentStatus } from './rows';

/** A client to be: what it was charged for products so far, in hundredths of its currency, and what it bought. */
export type NewClient = {
  email: string;
  name: string;
  chargesCents: readonly number[];
  packs: readonly PackOrder[];
  partnerLevel?: string;
  /** EUR when absent. */
  currency?: Currency;
  /** Tax that is included in what was charged for products, in percent. */
  taxPercent?: number;
  /** Further users of the same account. */
  colleagues?: readonly string[];
  /** Names of the groups it is in; a group that is not there is made. */
  groups?: readonly string[];
  /** Payments that paid for nothing yet. */
  payments?: readonly { amountCents: number; statusCode: PaymentStatus }[];
};

const DAYS_BETWEEN_CHARGES = 30;
const DAYS_SINCE_PACKS = 7;
/** A long history is crowded rather than begun before there were computers. */
const MAX_MONTHS = 60;

/**
 * Adds an account with its users and its history before `now`: a charge a month, the packs a week ago. An e-mail that
 * is known gets a further account, as in a real billing.
 */
export function addClient(
  store: BillingStore,
  client: NewClient,
  now: Date,
): { userId: string; accountId: string; spentCents: number } {
  const months = Math.min(client.chargesCents.length, MAX_MONTHS) + 1;
  const account = appendAccount(store, client, toDay(now, months * DAYS_BETWEEN_CHARGES));
  const { id: accountId } = account;
  const emails = [client.email, ...(client.colleagues ?? [])];
  const [userId = ''] = emails.map((email) => appendUser(store, { accountId, email, realname: client.name }));
  const spentCents = appendCharges(store, client, {
    accountId,
    dayOf: (index) => toDay(now, Math.max(months - 1 - index, 1) * DAYS_BETWEEN_CHARGES),
  });
  for (const order of client.packs) buyPack(store, { account, order, day: toDay(now, DAYS_SINCE_PACKS) });
  for (const payment of client.payments ?? [])
    appendPayment(store, { ...payment, accountId, day: toDay(now) });
  if (client.partnerLevel !== undefined) makePartner(store, { accountId, level: client.partnerLevel });
  store.changed();
  return { userId, accountId, spentCents };
}

function appendAccount(store: BillingStore, client: NewClient, registeredOn: string): AccountRow {
  const account: AccountRow = {
    id: store.takeId('account'),
    name: client.name,
    registeredOn,
    projectId: (findProjectOf(client.currency ?? 'EUR') ?? PROJECTS[0]).id,
    subaccountId: store.takeId('subaccount'),
    groupIds: (client.groups ?? []).map((name) => requireGroup(store, name)),
    creditLimitCents: 0,
  };
  store.rows().accounts.push(account);
  return account;
}

function appendUser(
  store: BillingStore,
  user: { accountId: string; email: string; realname: string },
): string {
  const id = store.takeId('user');
  store.rows().users.push({ id, ...user });
  return id;
}

/** Returns the sum. One payment covers each month; a long history is covered by one for all, which keeps it small. */
function appendCharges(
  store: BillingStore,
  client: NewClient,
  history: { accountId: string; dayOf(index: number): string },
): number {
  const { accountId, dayOf } = history;
  const { chargesCents, taxPercent = 0 } = client;
  const isPaidAtOnce = chargesCents.length > MAX_MONTHS;
  const pay = (amountCents: number, day: string): void => {
    appendPayment(store, { accountId, amountCents, day, statusCode: '4' });
  };
  let sumCents = 0;
  chargesCents.forEach((amountCents, ordinal) => {
    const day = dayOf(ordinal);
    if (!isPaidAtOnce) pay(amountCents, day);
    chargeProduct(store, { accountId, amountCents, taxPercent, day, ordinal });
    sumCents += amountCents;
  });
  if (isPaidAtOnce) pay(sumCents, dayOf(chargesCents.length));
  return sumCents;
}

function requireGroup(store: BillingStore, name: string): string {
  const { groups } = store.rows();
  const known = groups.find((group) => group.name === name);
  if (known !== undefined) return known.id;
  const id = store.takeId('group');
  groups.push({ id, name });
  return id;
}
