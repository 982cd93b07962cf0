import type { ExpenseRow } from '../state/rows';
import { toColumn, toMoneyColumn } from '../wire/columns';
import type { WireRow } from '../wire/columns';
import { buildListDocument } from '../wire/listDocument';
import type { BillingFunction } from './billingFunction';
import { readAccountNames } from './readAccountNames';

/** Money spent; packs of credits have the intname `paidsupport` (billmanager.md 4.2). */
export const expense: BillingFunction = {
  answer: (call) => {
    const { store } = call.billing;
    const names = readAccountNames(store);
    return buildListDocument(call, {
      rows: store.rows().expenses.map((row) => toExpenseRow(names, row)),
      filters: [
        { param: 'id', column: 'id', match: 'exact' },
        { param: 'account', column: 'account', match: 'exact' },
        { param: 'item', column: 'item', match: 'exact' },
        { param: 'locale_name', column: 'locale_name', match: 'text' },
        { param: 'fromdate', column: 'realdate', match: 'from' },
        { param: 'todate', column: 'realdate', match: 'to' },
      ],
    });
  },
};

function toExpenseRow(names: ReadonlyMap<string, string>, row: ExpenseRow): WireRow {
  return {
    id: toColumn(row.id),
    locale_name: toColumn(row.localeName),
    intname: toColumn(row.intname),
    account: toColumn(row.accountId),
    account_name: toColumn(names.get(row.accountId) ?? ''),
    item: toColumn(row.itemId),
    main_item: toColumn(row.itemId),
    realdate: toColumn(row.chargedOn),
    cdate: toColumn(row.chargedOn),
    amount: toMoneyColumn(row.amountCents),
    notpayd: toMoneyColumn(row.unpaidCents),
    discountamount: toMoneyColumn(0),
    discount: toColumn(''),
    taxamount: toMoneyColumn(row.taxCents),
  };
}
