import type { UserRow } from '../../state/rows';
import { toColumn } from '../../wire/columns';
import { ACCOUNT_FILTER } from '../buildList';
import type { List } from '../buildList';
import { readAccountName } from './readAccountName';

/** Logins of clients; found by e-mail, where the panel matches a part of it (billmanager.md 3). */
export const USERS: List<UserRow> = {
  object: 'user',
  level: 16,
  read: ({ store }, accountId) =>
    accountId === undefined ? store.rows().users : store.index().usersOf(accountId),
  toRow: (row, call) => ({
    id: toColumn(row.id),
    email: toColumn(row.email),
    name: toColumn(row.email),
    realname: toColumn(row.realname),
    phone: toColumn(''),
    account: toColumn(row.accountId),
    account_name: readAccountName(call, row),
  }),
  filters: [
    ACCOUNT_FILTER,
    { param: 'id', match: 'exact', read: (row) => row.id },
    { param: 'email', match: 'text', read: (row) => row.email },
    { param: 'realname', match: 'text', read: (row) => row.realname },
  ],
};
