import type { ExpenseRow } from '../../state/rows';
import { toColumn, toMoneyColumn } from '../../wire/columns';
import { readAccountName } from '../clients/readAccountName';
import { readProject } from '../clients/readProject';
import { ACCOUNT_FILTER } from '../buildList';
import type { List } from '../buildList';

/** Money spent; packs of credits have the intname `paidsupport` (billmanager.md 4.2). */
export const EXPENSES: List<ExpenseRow> = {
  object: 'expense',
  level: 16,
  read: ({ store }, accountId) =>
    accountId === undefined ? store.rows().expenses : store.index().expensesOf(accountId),
  toRow: (row, call) => {
    const { currency } = readProject(call, row);
    return {
      id: toColumn(row.id),
      locale_name: toColumn(row.localeName),
      intname: toColumn(row.intname),
      account: toColumn(row.accountId),
      account_name: readAccountName(call, row),
      item: toColumn(row.itemId),
      main_item: toColumn(row.itemId),
      realdate: toColumn(row.chargedOn),
      cdate: toColumn(row.chargedOn),
      amount: toMoneyColumn(row.amountCents, currency),
      notpayd: toMoneyColumn(row.unpaidCents, currency),
      discountamount: toMoneyColumn(0, currency),
      discount: toColumn(''),
      taxamount: toMoneyColumn(row.taxCents, currency),
    };
  },
  filters: [
    ACCOUNT_FILTER,
    { param: 'id', match: 'exact', read: (row) => row.id },
    { param: 'item', match: 'exact', read: (row) => row.itemId },
    { param: 'locale_name', match: 'text', read: (row) => row.localeName },
    { param: 'fromdate', match: 'from', read: (row) => row.chargedOn },
    { param: 'todate', match: 'to', read: (row) => row.chargedOn },
  ],
};
