import { buildShadowPage, MIXED_TICKETS } from '../../app/buildShadowPage';
import { buildAdminAnswers, buildAdminRefusal } from './adminState';
import type { AdminState } from './adminState';

const TAB = 'shadow';
const PATH = '/v1/admin/shadow';

function buildState(name: string, body: unknown): AdminState {
  return { name, tab: TAB, answers: buildAdminAnswers([{ match: PATH, status: 200, body }]) };
}

/** What shadow mode would have done against what staff did. */
export const SHADOW_STATES: AdminState[] = [
  buildState('shadow', buildShadowPage(MIXED_TICKETS, { next: '1204315' })),
  buildState(
    'shadow-counted',
    buildShadowPage(
      MIXED_TICKETS.map((ticket, index) => ({ ...ticket, nativeCount: index === 3 ? null : 3 * index })),
      { isCounted: true },
    ),
  ),
  buildState('shadow-empty', buildShadowPage([])),
  buildState(
    'shadow-staff-unknown',
    buildShadowPage([{ staffValue: null, isTakenByStaff: null, verdict: 'open' }], { isStaffKnown: false }),
  ),
  buildState('shadow-live', { mode: 'live', next: null }),
  { name: 'shadow-loading', tab: TAB, answers: buildAdminAnswers([{ match: PATH }]) },
  { name: 'shadow-failing', tab: TAB, answers: buildAdminRefusal(502, 'zendesk_unavailable') },
];
