import type { PartnerRow } from '../../state/rows';
import { toColumn } from '../../wire/columns';
import { ACCOUNT_FILTER } from '../buildList';
import type { List } from '../buildList';
import { readAccountName } from './readAccountName';

/** The accounts that hold a partner contract, with its level (billmanager.md 5). */
export const PARTNERS: List<PartnerRow> = {
  object: 'hostingpartner',
  level: 29,
  read: ({ store }, accountId) =>
    accountId === undefined ? store.rows().partners : store.index().partnersOf(accountId),
  toRow: (row, call) => ({
    id: toColumn(row.id),
    name: readAccountName(call, row),
    brand: toColumn(row.brand),
    account: toColumn(row.accountId),
    level: toColumn(row.level),
  }),
  filters: [
    ACCOUNT_FILTER,
    { param: 'id', match: 'exact', read: (row) => row.id },
    { param: 'name', match: 'text', read: (row, index) => index.account(row.accountId)?.name ?? '' },
    { param: 'level', match: 'text', read: (row) => row.level },
  ],
};
