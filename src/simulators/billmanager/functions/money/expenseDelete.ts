import { buildSavedDocument } from '../../wire/envelope';
import type { BillingFunction } from '../billingFunction';
import { buildMissed } from '../formErrors';
import { readElids } from '../readElids';

/** Deletes charges: they vanish from the list, and the balance is higher by them (billmanager.md 4.4). */
export const EXPENSE_DELETE: BillingFunction = {
  level: 29,
  answer: (call) => {
    const { store } = call.billing;
    const rows = store.rows();
    const ids = readElids(call);
    const missing = ids.find((id) => !rows.expenses.some((row) => row.id === id));
    if (missing !== undefined) return buildMissed(call, 'expense', missing);
    rows.expenses = rows.expenses.filter((row) => !ids.includes(row.id));
    store.changed();
    return buildSavedDocument(call);
  },
};
