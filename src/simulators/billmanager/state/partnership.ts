import type { BillingStore } from './billingStore';

/** Gives an account a partner contract of this level; an account has one contract, so a second call changes the level. */
export function makePartner(store: BillingStore, contract: { accountId: string; level: string }): void {
  const { accountId, level } = contract;
  const known = store.rows().partners.find((row) => row.accountId === accountId);
  const brand = store.rows().accounts.find((row) => row.id === accountId)?.name ?? '';
  if (known === undefined)
    store.rows().partners.push({ id: store.takeId('partner'), accountId, brand, level });
  else known.level = level;
  store.saveSoon();
}

/** Ends the partner contract of an account; changes nothing when there is none. */
export function endPartnership(store: BillingStore, accountId: string): void {
  const rows = store.rows();
  rows.partners = rows.partners.filter((row) => row.accountId !== accountId);
  store.saveSoon();
}
