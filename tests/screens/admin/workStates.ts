import { WORK_PAGE_KINDS } from '../../../src/contract/workPage';
import { buildAdminAnswers, buildAdminRefusal } from './adminState';
import type { AdminState } from './adminState';

const TAB = 'work';

const counts = WORK_PAGE_KINDS.map((kind, index) => ({ kind, count: (index * 7) % 23 }));

/** What waits for somebody. */
export const WORK_STATES: AdminState[] = [
  {
    name: 'work',
    tab: TAB,
    answers: buildAdminAnswers([{ match: '/v1/admin/work', status: 200, body: { counts } }]),
  },
  { name: 'work-loading', tab: TAB, answers: buildAdminAnswers([{ match: '/v1/admin/work' }]) },
  { name: 'work-failing', tab: TAB, answers: buildAdminRefusal(503, 'database_unavailable') },
];
