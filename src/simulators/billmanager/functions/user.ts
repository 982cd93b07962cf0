import type { UserRow } from '../state/rows';
import { toColumn } from '../wire/columns';
import type { WireRow } from '../wire/columns';
import { buildListDocument } from '../wire/listDocument';
import type { BillingFunction } from './billingFunction';
import { readAccountNames } from './readAccountNames';

/** Logins of clients; found by e-mail, where the panel matches a part of it (billmanager.md 3). */
export const user: BillingFunction = {
  answer: (call) => {
    const { store } = call.billing;
    const names = readAccountNames(store);
    return buildListDocument(call, {
      rows: store.rows().users.map((row) => toUserRow(names, row)),
      filters: [
        { param: 'id', column: 'id', match: 'exact' },
        { param: 'email', column: 'email', match: 'text' },
        { param: 'realname', column: 'realname', match: 'text' },
        { param: 'account', column: 'account', match: 'exact' },
      ],
    });
  },
};

/** One user as the list and the form show it. */
export function toUserRow(names: ReadonlyMap<string, string>, row: UserRow): WireRow {
  return {
    id: toColumn(row.id),
    email: toColumn(row.email),
    name: toColumn(row.email),
    realname: toColumn(row.realname),
    phone: toColumn(''),
    account: toColumn(row.accountId),
    account_name: toColumn(names.get(row.accountId) ?? ''),
  };
}
