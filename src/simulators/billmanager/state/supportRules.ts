import type { BillingStore } from './billingStore';

/** Fields of `project.support`, with what they hold until someone changes them: 2 on the first purchase, 1 per 100. */
const DEFAULTS: Readonly<Record<string, string>> = {
  support_require: 'on',
  new_account_count: '0',
  first_payment_count: '0',
  first_expense_count: '2',
  paid_amount_count: '1',
  paid_amount_amount: '100.00',
  support_over_limit: '',
};

/** The names of the fields. */
export const SUPPORT_RULE_NAMES = Object.keys(DEFAULTS);

/** For what a provider gives incidents of its own (billmanager.md 6). */
export function readSupportRules(store: BillingStore, projectId: string): Record<string, string> {
  const saved = store.rows().supportRules.find((row) => row.projectId === projectId);
  return { ...DEFAULTS, ...saved?.fields };
}

/** Changes some of a provider's rules. */
export function saveSupportRules(
  store: BillingStore,
  projectId: string,
  fields: Record<string, string>,
): void {
  const rows = store.rows();
  const next = { projectId, fields: { ...readSupportRules(store, projectId), ...fields } };
  rows.supportRules = [...rows.supportRules.filter((row) => row.projectId !== projectId), next];
  store.changed();
}
