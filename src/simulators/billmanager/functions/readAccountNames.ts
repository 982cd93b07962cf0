import type { BillingStore } from '../state/billingStore';

/** The names of all accounts by id, for the columns that show them. */
export function readAccountNames(store: BillingStore): ReadonlyMap<string, string> {
  return new Map(store.rows().accounts.map((row) => [row.id, row.name]));
}
