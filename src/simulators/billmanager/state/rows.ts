/**
 * What the billing holds, as its tables would: money in whole cents of EUR (the project's currency), days as
 * `YYYY-MM-DD`, ids as decimal strings.
 */
export type AccountRow = { id: string; name: string; registeredOn: string };

/** A login of an account; one e-mail may belong to users of several accounts. */
export type UserRow = { id: string; accountId: string; email: string; realname: string };

/** `intname` is `paidsupport` for a credit pack, so that packs can be told from products. */
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

export type PaymentRow = {
  id: string;
  accountId: string;
  number: string;
  createdOn: string;
  amountCents: number;
  statusCode: PaymentStatus;
};

/** Codes of billmanager.md 4.1; 4 is money that has arrived. */
export type PaymentStatus = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

export type PartnerRow = { id: string; accountId: string; brand: string; level: string };

/** A pack of credits that was bought; `id` is also the item of its expense. */
export type PackRow = {
  id: string;
  accountId: string;
  pricelistId: string;
  boughtOn: string;
  costCents: number;
};

export type BillingRows = {
  accounts: AccountRow[];
  users: UserRow[];
  expenses: ExpenseRow[];
  payments: PaymentRow[];
  partners: PartnerRow[];
  packs: PackRow[];
};
