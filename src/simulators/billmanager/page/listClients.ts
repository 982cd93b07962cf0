import type { BillingStore } from '../state/billingStore';
import { toAmountText } from '../state/money';
import { PRICE_LISTS } from '../state/priceLists';

/** One account as a row of the page. */
export type ClientLine = {
  accountId: string;
  name: string;
  emails: string[];
  /** Charged for products, without packs, as `243.00`. */
  spentEur: string;
  /** Sizes of the packs bought, in credits. */
  packs: number[];
  partnerLevel?: string;
};

/** All accounts with what a person wants to see of each, in the order in which they were added. */
export function listClients(store: BillingStore): ClientLine[] {
  const { accounts, users, expenses, packs, partners } = store.rows();
  return accounts.map(({ id, name }) => {
    const partner = partners.find((row) => row.accountId === id);
    const spentCents = expenses
      .filter((row) => row.accountId === id && row.intname !== 'paidsupport')
      .reduce((sum, row) => sum + row.amountCents, 0);
    return {
      accountId: id,
      name,
      emails: users.filter((row) => row.accountId === id).map((row) => row.email),
      spentEur: toAmountText(spentCents),
      packs: packs
        .filter((row) => row.accountId === id)
        .map((row) => PRICE_LISTS.find((list) => list.id === row.pricelistId)?.credits ?? 0),
      ...(partner === undefined ? {} : { partnerLevel: partner.level }),
    };
  });
}
