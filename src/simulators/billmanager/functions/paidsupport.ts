import { PRICE_LISTS } from '../state/priceLists';
import type { PackRow } from '../state/rows';
import { toColumn, toMoneyColumn } from '../wire/columns';
import type { WireRow } from '../wire/columns';
import { buildListDocument } from '../wire/listDocument';
import type { BillingFunction } from './billingFunction';
import { PROJECT } from './project';
import { readAccountNames } from './readAccountNames';

/** The packs of credits that were bought; a lifetime pack has no `expiredate` (billmanager.md 6). */
export const paidsupport: BillingFunction = {
  answer: (call) => {
    const { store } = call.billing;
    const names = readAccountNames(store);
    return buildListDocument(call, {
      rows: store.rows().packs.map((row) => toPackRow(names, row)),
      filters: [
        { param: 'id', column: 'id', match: 'exact' },
        { param: 'account', column: 'account', match: 'exact' },
        { param: 'pricelist', column: 'pricelist', match: 'exact' },
        { param: 'item_status', column: 'item_status', match: 'exact' },
      ],
    });
  },
};

function toPackRow(names: ReadonlyMap<string, string>, row: PackRow): WireRow {
  const list = PRICE_LISTS.find((each) => each.id === row.pricelistId);
  return {
    id: toColumn(row.id),
    name: toColumn(list?.name ?? ''),
    pricelist: toColumn(row.pricelistId),
    account: toColumn(row.accountId),
    account_name: toColumn(names.get(row.accountId) ?? ''),
    project: toColumn(PROJECT.id),
    datacentername: toColumn(''),
    processingmodule: toColumn(''),
    createdate: toColumn(row.boughtOn),
    expiredate: toColumn(''),
    autoprolong: toColumn(''),
    item_status: { $orig: '2', $: 'Active' },
    item_real_status: toColumn('2'),
    status_msg: toColumn(''),
    cost: toMoneyColumn(row.costCents),
    ticket_usage: toColumn('0'),
  };
}
