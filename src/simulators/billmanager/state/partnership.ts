import type { BillingStore } from './billingStore';

/** Gives an account a partner contract of this level; an account has one contract, so a second call changes the level. */
export function makePartner(store: BillingStore, contract: { accountId: string; level: string }): void {
  const { accountId, level } = contract;
  const rows = store.rows();
  const known = rows.partners.find((row) => row.accountId === accountId);
  if (known === undefined) {
    const brand = rows.accounts.find((row) => row.id === accountId)?.name ?? '';
    rows.partners.push({ id: store.takeId('partner'), accountId, brand, level, incidents: 0 });
  } else known.level = level;
  store.changed();
}

/** Ends the partner contract of an account; changes nothing when there is none. */
export function endPartnership(store: BillingStore, accountId: string): void {
  const rows = store.rows();
  rows.partners = rows.partners.filter((row) => row.accountId !== accountId);
  store.changed();
}
