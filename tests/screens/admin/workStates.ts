import type { Frame } from 'playwright-core';
import { WORK_PAGE_KINDS } from '../../../src/contract/workPage';
import type { WorkPageView } from '../../../src/contract/workPage';
import { buildAdminAnswers, buildAdminRefusal } from './adminState';
import type { AdminState } from './adminState';

const TAB = 'work';
const PATH = '/v1/admin/work';

const counts = WORK_PAGE_KINDS.map((kind, index) => ({
  kind,
  count: index === 0 ? 12_345 : (index * 7) % 23,
}));
const noCounts = counts.map(({ kind }) => ({ kind, count: 0 }));
const clients = { id: 900, name: 'Максимилиана Христорождественская, Хостинг-центр «Северо-Запад»' };

function buildItems(changes: Partial<WorkPageView['items'][number]>[]): WorkPageView['items'] {
  return changes.map((change, index) => ({
    ticketId: String(1_204_311 + index * 37),
    since: `2026-11-${String(3 + index).padStart(2, '0')}T09:41:00.000Z`,
    reason: null,
    billingAccountId: String(100_402 + index),
    requesterId: index === 0 ? '900' : '901',
    action: null,
    credits: null,
    ...change,
  }));
}

const held = buildItems([
  { reason: 'no_credits' },
  { reason: 'ambiguous_client', billingAccountId: null },
  { reason: 'linked_account_unknown' },
]);
const refused = buildItems([
  { action: 'refund_server_fault', reason: 'reason_switched_off' },
  { action: 'approve', reason: 'approver_is_asker' },
]);
const low = buildItems([{ credits: 2 }, { credits: -3 }]);

/** Opens the kind with this place in the list. */
const openKind = (place: number) => async (frame: Frame) => {
  const kind = frame.locator('section h2 button').nth(place);
  await kind.click();
  await frame.locator('section ul li, section p + div p').first().waitFor();
};

function buildOpened(name: string, place: number, items: WorkPageView['items'], next: string | null = null) {
  const { kind, count } = counts[place]!;
  const page: WorkPageView = { kind, count, items, next };
  return {
    name,
    tab: TAB,
    answers: buildAdminAnswers([
      { match: `${PATH}/`, status: 200, body: page },
      { match: PATH, status: 200, body: { counts } },
      { match: '/users/show_many', status: 200, body: { users: [clients] } },
    ]),
    act: openKind(place),
  };
}

/** What waits for somebody. */
export const WORK_STATES: AdminState[] = [
  {
    name: 'work',
    tab: TAB,
    answers: buildAdminAnswers([{ match: PATH, status: 200, body: { counts } }]),
  },
  {
    name: 'work-all-well',
    tab: TAB,
    answers: buildAdminAnswers([{ match: PATH, status: 200, body: { counts: noCounts } }]),
  },
  buildOpened('work-held', 0, held, '1-1'),
  buildOpened('work-refused', 4, refused),
  buildOpened('work-low', 5, low),
  buildOpened('work-empty', 1, []),
  { name: 'work-loading', tab: TAB, answers: buildAdminAnswers([{ match: PATH }]) },
  { name: 'work-failing', tab: TAB, answers: buildAdminRefusal(503, 'database_unavailable') },
];
