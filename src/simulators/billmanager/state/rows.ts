/**
 * What the billing holds, as its tables would: money in whole hundredths of the currency of the account's project, days
 * as `YYYY-MM-DD`, ids as decimal strings.
 */
export type AccountRow = {
  id: string;
  name: string;
  registeredOn: string;
  /** The provider that sells to it; its currency is that of every amount of the account. */
  projectId: string;
  /** The account's balance with that provider is an object of its own in the panel. */
  subaccountId: string;
  groupIds: string[];
  /** How far the balance may fall below zero. */
  creditLimitCents: number;
};

/** A login of an account; one e-mail may belong to users of several accounts. */
export type UserRow = { id: string; accountId: string; email: string; realname: string };

/** `intname` is `paidsupport` for a credit pack, so that packs can be told from products. The amount includes the tax. */
export type ExpenseRow = {
  id: string;
  accountId: string;
  itemId: string;
  intname: string;
  localeName: string;
  chargedOn: string;
  amountCents: number;
  taxCents: number;
  unpaidCents: number;
};

/** Money in. A part that was given back is a row of its own, which names what it gives back in `returnOf`. */
export type PaymentRow = {
  id: string;
  accountId: string;
  number: string;
  createdOn: string;
  amountCents: number;
  statusCode: PaymentStatus;
  returnOf?: string;
};

/** Codes of billmanager.md 4.1; 4 is money that has arrived. */
export type PaymentStatus = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** A partner contract; `incidents` are credits that were added by hand (`hostingpartner.edit`, billmanager.md 5). */
export type PartnerRow = { id: string; accountId: string; brand: string; level: string; incidents: number };

/** A pack of credits that was bought; `id` is also the item of its expense. Without `expiresOn` it lasts for ever. */
export type PackRow = {
  id: string;
  accountId: string;
  pricelistId: string;
  boughtOn: string;
  expiresOn?: string;
  costCents: number;
};

/** A group that clients can be put into (billmanager.md 5). */
export type GroupRow = { id: string; name: string };

/** A filter that a user once stored for a list, and that shortens this list ever after (billmanager.md 1.1). */
export type SavedFilterRow = { user: string; list: string; fields: Record<string, string> };

/** How many incidents a provider gives for what (`project.support`, billmanager.md 6). */
export type SupportRulesRow = { projectId: string; fields: Record<string, string> };

export type BillingRows = {
  accounts: AccountRow[];
  users: UserRow[];
  expenses: ExpenseRow[];
  payments: PaymentRow[];
  partners: PartnerRow[];
  packs: PackRow[];
  groups: GroupRow[];
  savedFilters: SavedFilterRow[];
  supportRules: SupportRulesRow[];
};

/** A billing of nobody. */
export function buildEmptyRows(): BillingRows {
  return {
    accounts: [],
    users: [],
    expenses: [],
    payments: [],
    partners: [],
    packs: [],
    groups: [],
    savedFilters: [],
    supportRules: [],
  };
}
