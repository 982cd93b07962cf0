import type { GroupRow } from '../../state/rows';
import { toColumn } from '../../wire/columns';
import type { List } from '../buildList';

/** The groups that clients can be put into (billmanager.md 5). */
export const ACCOUNT_GROUPS: List<GroupRow> = {
  object: 'accountgroup',
  level: 29,
  read: ({ store }) => store.rows().groups,
  toRow: (row) => ({ id: toColumn(row.id), name: toColumn(row.name) }),
  filters: [
    { param: 'id', match: 'exact', read: (row) => row.id },
    { param: 'name', match: 'text', read: (row) => row.name },
  ],
};
