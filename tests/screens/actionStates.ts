import type { CreditsView } from '../../src/contract/creditsView';
import { AGENT_REFUND_REASONS } from '../../src/domain/policy/refundReason';
import { buildRefundRules, buildView } from '../app/buildView';
import { VIEWS } from './firstLookStates';
import type { HostWindow } from './hostScript';
import { press, waitForNotice } from './press';
import { BRIDGE, buildAnswers } from './states';
import type { ScreenState } from './states';

type Answer = NonNullable<CreditsView['ticket']['answer']>;
const refundRules = buildRefundRules([...AGENT_REFUND_REASONS]).map((rule) => ({
  ...rule,
  isAllowed: !['self_solved', 'server_fault'].includes(rule.reason),
  roles: rule.reason === 'goodwill' ? (['admin'] as const).slice() : rule.roles,
  groupIds: rule.reason === 'end_of_life' ? ['88'] : rule.groupIds,
  ...(rule.reason === 'end_of_life' && { roles: [] }),
  ...(rule.reason === 'feature_request' && { perPersonPerDay: 5, freePerDay: 2 }),
}));
const approvedRules = buildRefundRules(['software_defect']).map((rule) => ({ ...rule, freePerDay: 0 }));

const debited = buildAnswers(buildView({ refundRules }));
const sales = buildAnswers(VIEWS.care);

const answerOf = (action: string, outcome: Answer['outcome'], refusal: Answer['refusal'] = null): Answer => ({
  action,
  outcome,
  refusal,
  answeredAt: '2026-11-22T14:10:02.000Z',
});
/** The same screen, with another view as soon as the ticket was written to. */
const then = (answers: ScreenState['answers'], view: CreditsView): ScreenState['answers'] => ({
  ...answers,
  later: [{ match: BRIDGE, status: 200, body: view }],
});
const writing = (status: number | undefined): ScreenState['answers'] => ({
  ...debited,
  requests: [{ match: '/api/v2/tickets/', ...(status && { status, body: {} }) }, ...debited.requests],
});

/** Questions before something is done, by the button that leads there. */
const QUESTIONS: ScreenState[] = [
  { name: 'reasons', answers: debited, act: press(2) },
  { name: 'confirm-return', answers: debited, act: press(1) },
  {
    name: 'confirm-return-approval',
    answers: buildAnswers(buildView({ refundRules: approvedRules })),
    act: press(1),
  },
  { name: 'confirm-hand-over', answers: sales, act: press(0) },
  { name: 'confirm-hand-over-no-credits', answers: buildAnswers(VIEWS['care-no-credits']), act: press(0) },
  { name: 'confirm-hand-back', answers: debited, act: press(0) },
  { name: 'confirm-new-problem', answers: buildAnswers(VIEWS['follow-up']), act: press(3) },
  { name: 'confirm-approve', answers: buildAnswers(VIEWS.approval), act: press(3) },
  { name: 'confirm-debit', answers: buildAnswers(VIEWS.refunded), act: press(1) },
  { name: 'confirm-waive', answers: buildAnswers(VIEWS.held), act: press(2) },
];

/** How askings go on and end. */
const ENDINGS: ScreenState[] = [
  { name: 'sending', answers: writing(undefined), act: press(1, 0) },
  { name: 'waiting', answers: debited, act: press(1, 0) },
  {
    name: 'handed-over',
    answers: then(sales, VIEWS.ready),
    act: (frame) => press(0, 0)(frame).then(() => waitForNotice(frame)),
  },
  ...(
    [
      ['returned', { creditState: 'refunded', reason: 'software_defect' }, 'done', null],
      ['refused', {}, 'refused', 'daily_limit_reached'],
      ['awaiting-approval', { approval: VIEWS['approval-own'].ticket.approval }, 'awaiting_approval', null],
    ] as const
  ).map(([name, ticket, outcome, refusal]) => ({
    name,
    answers: then(
      debited,
      buildView({
        refundRules,
        ticket: { ...ticket, answer: answerOf('refund_software_defect', outcome, refusal) },
      }),
    ),
    act: (frame: Parameters<typeof waitForNotice>[0]) => press(1, 0)(frame).then(() => waitForNotice(frame)),
  })),
  {
    name: 'rechecked-unchanged',
    answers: then(buildAnswers(VIEWS.held), {
      ...VIEWS.held,
      ticket: { ...VIEWS.held.ticket, answer: answerOf('recheck', 'done') },
    }),
    act: (frame) => press(1)(frame).then(() => waitForNotice(frame)),
  },
  ...([403, 409, 422] as const).map((status) => ({
    name: `write-refused-${String(status)}`,
    answers: writing(status),
    act: (frame: Parameters<typeof waitForNotice>[0]) => press(1, 0)(frame).then(() => waitForNotice(frame)),
  })),
  {
    name: 'overtaken',
    answers: then(debited, buildView({ ticket: { creditState: 'refunded', reason: 'hotfix' } })),
    async act(frame) {
      await press(1)(frame);
      await frame.page().evaluate(() => {
        const host = window as unknown as HostWindow;
        host.turn();
        host.fire('ticket.updated', {});
      });
      await waitForNotice(frame);
    },
  },
];

/** What an agent sees of asking for something. */
export const ACTION_STATES: ScreenState[] = [...QUESTIONS, ...ENDINGS];
