import { readBalanceCents } from '../../state/balance';
import { projectOf } from '../../state/projects';
import type { AccountRow } from '../../state/rows';
import { toColumn, toMoneyColumn } from '../../wire/columns';
import { toTranslatedColumn } from '../../wire/words';
import type { Words } from '../../wire/words';
import type { List } from '../buildList';

const STATUS_WORDS: Words = { 1: { en: 'Active', ru: 'Активен' } };

/** The clients themselves, companies or persons (billmanager.md 3). */
export const ACCOUNTS: List<AccountRow> = {
  object: 'account',
  level: 29,
  read: ({ store }) => store.rows().accounts,
  toRow: (row, call) => {
    const project = projectOf(row);
    const balanceCents = readBalanceCents(call.billing.store.index(), row.id);
    return {
      id: toColumn(row.id),
      name: toColumn(row.name),
      project: toColumn(project.id),
      project_name: toColumn(project.name),
      balance: toMoneyColumn(balanceCents, project.currency),
      account_status: toTranslatedColumn(call, '1', STATUS_WORDS),
      tz_registration_date: toColumn(row.registeredOn),
      status: toColumn(''),
    };
  },
  filters: [
    { param: 'id', match: 'exact', read: (row) => row.id },
    { param: 'name', match: 'text', read: (row) => row.name },
    { param: 'project', match: 'exact', read: (row) => row.projectId },
  ],
};
