import { PROJECTS } from '../../state/projects';
import type { Project } from '../../state/projects';
import { toColumn } from '../../wire/columns';
import type { List } from '../buildList';

/** The providers, each with the currency in which all its amounts are (billmanager.md 3). */
export const PROJECT_LIST: List<Project> = {
  object: 'project',
  level: 16,
  read: () => PROJECTS,
  toRow: (row, call) => ({
    id: toColumn(row.id),
    name: toColumn(row.name),
    currency_str: toColumn(row.currency),
    site: toColumn('https://www.ispsystem.com'),
    billurl: toColumn(`${call.host}/billmgr`),
  }),
  filters: [
    { param: 'id', match: 'exact', read: (row) => row.id },
    { param: 'name', match: 'text', read: (row) => row.name },
  ],
};
