import { toColumn } from '../wire/columns';
import { buildListDocument } from '../wire/listDocument';
import type { BillingFunction } from './billingFunction';
import { readAccountNames } from './readAccountNames';

/** The accounts that hold a partner contract, with its level (billmanager.md 5). */
export const hostingpartner: BillingFunction = {
  answer: (call) => {
    const { store } = call.billing;
    const names = readAccountNames(store);
    return buildListDocument(call, {
      rows: store.rows().partners.map((row) => ({
        id: toColumn(row.id),
        name: toColumn(names.get(row.accountId) ?? ''),
        brand: toColumn(row.brand),
        account: toColumn(row.accountId),
        level: toColumn(row.level),
      })),
      filters: [
        { param: 'id', column: 'id', match: 'exact' },
        { param: 'account', column: 'account', match: 'exact' },
        { param: 'name', column: 'name', match: 'text' },
        { param: 'level', column: 'level', match: 'text' },
      ],
    });
  },
};
