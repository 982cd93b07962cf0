import type { Frame } from 'playwright-core';
import type { DryRun } from '../../../src/contract/dryRun';
import { buildDryRun } from '../../app/features/dry-run/buildDryRun';
import { waitForNotice } from '../press';
import { buildAdminAnswers, buildAdminRefusal } from './adminState';
import type { AdminState } from './adminState';

const TAB = 'dry_run';

const answering = (body: DryRun) => buildAdminAnswers([{ match: '/v1/admin/dry-run', status: 200, body }]);
const silent = buildAdminAnswers([{ match: '/v1/admin/dry-run' }]);

const ask = async (frame: Frame) => {
  await frame.locator('input[name="ticketId"]').fill('1204311');
  await frame.locator('button[type="submit"]').click();
};
const askAndSee = async (frame: Frame) => {
  await ask(frame);
  await frame.locator('h2').first().waitFor();
};
const makeUp = (frame: Frame) => frame.locator('fieldset label').nth(1).click();

const refunded = buildDryRun({
  creditState: 'refunded',
  reason: 'wrong_line',
  rules: [
    { rule: 'command', decides: false },
    { rule: 'rule_refund', decides: true },
  ],
  entries: [{ kind: 'refund', amountCredits: 1, reason: 'wrong_line' }],
  answer: { outcome: 'refused', refusal: 'daily_limit_reached' },
});
const nothing = buildDryRun({}, { decision: null, line: null, billingAccountId: null, billingReadAt: null });

/** What would be decided, and the form that asks for it. */
export const DRY_RUN_STATES: AdminState[] = [
  { name: 'dry-run', tab: TAB, answers: silent },
  { name: 'dry-run-made-up', tab: TAB, answers: silent, act: makeUp },
  {
    name: 'dry-run-wrong',
    tab: TAB,
    answers: silent,
    async act(frame) {
      await makeUp(frame);
      await frame.locator('input[name="accountId"]').fill('Hosting Alpha');
      await frame.locator('button[type="submit"]').click();
    },
  },
  { name: 'dry-run-debited', tab: TAB, answers: answering(buildDryRun()), act: askAndSee },
  { name: 'dry-run-refunded', tab: TAB, answers: answering(refunded), act: askAndSee },
  { name: 'dry-run-nothing', tab: TAB, answers: answering(nothing), act: askAndSee },
  { name: 'dry-run-trying', tab: TAB, answers: silent, act: ask },
  {
    name: 'dry-run-failing',
    tab: TAB,
    answers: buildAdminRefusal(404, 'ticket_not_found'),
    act: (frame) => ask(frame).then(() => waitForNotice(frame)),
  },
];
