import type { BillingStore } from '../state/billingStore';
import type { AccountRow } from '../state/rows';
import { toColumn, toMoneyColumn } from '../wire/columns';
import type { WireRow } from '../wire/columns';
import { buildListDocument } from '../wire/listDocument';
import type { BillingFunction } from './billingFunction';
import { PROJECT } from './project';

/** The clients themselves, companies or persons (billmanager.md 3). */
export const account: BillingFunction = {
  answer: (call) =>
    buildListDocument(call, {
      rows: call.billing.store.rows().accounts.map((row) => toAccountRow(call.billing.store, row)),
      filters: [
        { param: 'id', column: 'id', match: 'exact' },
        { param: 'name', column: 'name', match: 'text' },
        { param: 'project', column: 'project', match: 'exact' },
      ],
    }),
};

/** One account as the list and the form show it. The balance is the money credited less the money charged. */
export function toAccountRow(store: BillingStore, row: AccountRow): WireRow {
  const { payments, expenses } = store.rows();
  const creditedCents = payments
    .filter((payment) => payment.accountId === row.id && payment.statusCode === '4')
    .reduce((sum, payment) => sum + payment.amountCents, 0);
  const chargedCents = expenses
    .filter((expense) => expense.accountId === row.id)
    .reduce((sum, expense) => sum + expense.amountCents, 0);
  return {
    id: toColumn(row.id),
    name: toColumn(row.name),
    project: toColumn(PROJECT.id),
    project_name: toColumn(PROJECT.name),
    balance: toMoneyColumn(creditedCents - chargedCents),
    account_status: { $orig: '1', $: 'Active' },
    tz_registration_date: toColumn(row.registeredOn),
    status: toColumn(''),
  };
}
