import { toColumn } from '../../wire/columns';
import { toTranslatedColumn } from '../../wire/words';
import type { Words } from '../../wire/words';
import type { List } from '../buildList';

type Department = { id: string; order: string };

const NAMES: Words = {
  28: { en: 'Technical support', ru: 'Техническая поддержка' },
  96: { en: 'Customer care', ru: 'Клиентская поддержка' },
};

/** The two lines, under the ids of the reference's form (billmanager.md 1.2, 7). */
export const DEPARTMENTS: List<Department> = {
  object: 'department',
  level: 29,
  read: () => [
    { id: '28', order: '1' },
    { id: '96', order: '2' },
  ],
  toRow: (row, call) => ({
    id: toColumn(row.id),
    locale_name: toColumn(toTranslatedColumn(call, row.id, NAMES).$ ?? ''),
    orderpriority: toColumn(row.order),
    status: toColumn(''),
  }),
  filters: [{ param: 'id', match: 'exact', read: (row) => row.id }],
};
