import { readBalanceCents } from '../state/balance';
import type { BillingStore } from '../state/billingStore';
import { toAmountText } from '../state/money';
import { readReturnableCents } from '../state/payments';
import { PRICE_LISTS } from '../state/priceLists';
import { projectOf } from '../state/projects';
import type { AccountRow, PaymentRow } from '../state/rows';

/** One account as a row of the page; amounts are texts like `243.00`, in its currency. */
export type ClientLine = {
  accountId: string;
  name: string;
  emails: string[];
  currency: string;
  /** Charged for products, without packs. */
  spent: string;
  /** Payments that were given back or were fraud, whole or in part. */
  returned: string;
  balance: string;
  /** Sizes of the packs bought, in credits. */
  packs: number[];
  groups: string[];
  partnerLevel?: string;
  /** Payments that something is left of, the latest first. */
  returnable: { id: string; left: string; day: string }[];
};

const RETURNED = '6';
const FRAUDULENT = '7';
/** A person picks from the latest few; a test names any. */
const MAX_RETURNABLE = 20;

/** The accounts with what a person wants to see of each, in the order in which they were added. */
export function listClients(store: BillingStore, accounts: readonly AccountRow[]): ClientLine[] {
  return accounts.map((account) => toClientLine(store, account));
}

function toClientLine(store: BillingStore, account: AccountRow): ClientLine {
  const { id, name, groupIds } = account;
  const index = store.index();
  const [partner] = index.partnersOf(id);
  const payments = index.paymentsOf(id);
  return {
    accountId: id,
    name,
    emails: index.usersOf(id).map((row) => row.email),
    currency: projectOf(account).currency,
    spent: sumAmounts(index.expensesOf(id).filter((row) => row.intname !== 'paidsupport')),
    returned: sumAmounts(payments.filter(isReturned)),
    balance: toAmountText(readBalanceCents(index, id)),
    packs: index
      .packsOf(id)
      .map((row) => PRICE_LISTS.find((list) => list.id === row.pricelistId)?.credits ?? 0),
    groups: store
      .rows()
      .groups.filter((group) => groupIds.includes(group.id))
      .map((group) => group.name),
    ...(partner === undefined ? {} : { partnerLevel: partner.level }),
    returnable: listReturnable(store, payments),
  };
}

function listReturnable(store: BillingStore, payments: readonly PaymentRow[]): ClientLine['returnable'] {
  return payments
    .slice(-MAX_RETURNABLE)
    .map((row) => ({ id: row.id, day: row.createdOn, leftCents: readReturnableCents(store, row) }))
    .filter(({ leftCents }) => leftCents > 0)
    .map(({ id, day, leftCents }) => ({ id, day, left: toAmountText(leftCents) }))
    .reverse();
}

function isReturned(row: PaymentRow): boolean {
  return row.returnOf !== undefined || row.statusCode === RETURNED || row.statusCode === FRAUDULENT;
}

function sumAmounts(rows: readonly { amountCents: number }[]): string {
  return toAmountText(rows.reduce((sum, row) => sum + row.amountCents, 0));
}
