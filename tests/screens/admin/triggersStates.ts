import { buildTriggers, MIXED_TRIGGERS } from '../../app/buildTriggers';
import { buildAdminAnswers, buildAdminRefusal } from './adminState';
import type { AdminState } from './adminState';

const TAB = 'triggers';
const PATH = '/v1/admin/triggers';

const mixed = buildAdminAnswers([{ match: PATH, status: 200, body: MIXED_TRIGGERS }]);

/** The app's triggers. */
export const TRIGGERS_STATES: AdminState[] = [
  {
    name: 'triggers',
    tab: TAB,
    answers: buildAdminAnswers([{ match: PATH, status: 200, body: buildTriggers() }]),
  },
  {
    name: 'triggers-mixed',
    tab: TAB,
    answers: mixed,
    act: async (frame) => {
      const differences = frame.locator('li button[aria-expanded]');
      for (let place = 0; place < 2; place += 1) await differences.nth(place).click();
      // The first of these restores, the second makes a missing one again.
      for (let count = 0; count < 2; count += 1) {
        await frame
          .locator('li button:not([aria-expanded])')
          .nth(count * 3)
          .click();
      }
    },
  },
  {
    name: 'triggers-refused',
    tab: TAB,
    answers: buildAdminAnswers([
      { match: PATH, status: 200, body: MIXED_TRIGGERS },
      { match: '/api/v2/triggers', status: 403, body: {} },
    ]),
    act: async (frame) => {
      await frame.locator('li button:not([aria-expanded])').first().click();
      await frame.locator('li [role="group"] button').first().click();
      await frame.locator('li [role="alert"] div').first().waitFor();
    },
  },
  { name: 'triggers-loading', tab: TAB, answers: buildAdminAnswers([{ match: PATH }]) },
  { name: 'triggers-failing', tab: TAB, answers: buildAdminRefusal(502, 'zendesk_unavailable') },
];
