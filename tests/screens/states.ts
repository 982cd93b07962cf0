import type { Frame } from 'playwright-core';
import type { CreditsView } from '../../src/contract/creditsView';
import { AGENT_REFUND_REASONS } from '../../src/domain/policy/refundReason';
import { IDENTITY_REFUSALS } from '../../src/domain/tickets/creditState';
import { buildRefundRules, buildUnknownView, buildView } from '../app/buildView';
import type { HostAnswers } from './hostScript';

/** One state of the sidebar: what Zendesk and the bridge answer, and what the agent does in it. */
export type ScreenState = {
  name: string;
  answers: HostAnswers;
  act?: (frame: Frame) => Promise<void>;
};

const BRIDGE = 'https://bridge.test';
const refundRules = buildRefundRules([...AGENT_REFUND_REASONS]).map((rule) => ({
  ...rule,
  isAllowed: !['self_solved', 'server_fault'].includes(rule.reason),
  roles: rule.reason === 'goodwill' ? (['admin'] as const).slice() : rule.roles,
}));
const free = { line: 'sales', creditState: 'free', reason: 'client_care' } as const;
const noCredits = {
  availableCredits: 0,
  earnedCredits: 1,
  boughtCredits: 0,
  usedCredits: 1,
  returnedCredits: 0,
};
const requester = {
  user: {
    name: 'Clara Weber',
    email: 'two@client.test',
    locale: 'ru',
    user_fields: {
      support_credits: 4,
      support_spend_eur: 243,
      support_billing_account: '1042',
      support_billing_read_at: '2026-11-21T00:00:00Z',
    },
  },
};
const candidates = ['Twin Oaks Hosting', 'Twin Oaks Reselling'].map((accountName, index) => ({
  billingAccountId: String(1043 + index),
  accountName,
  isPartner: index === 1,
  availableCredits: 1 + 3 * index,
}));
const approval = { reason: 'hotfix', askedBy: '500', askedAt: '2026-11-22T14:09:00.000Z' } as const;

/** Everything answers, the bridge with this view. */
export function buildAnswers(view: CreditsView, changes: Partial<HostAnswers> = {}): HostAnswers {
  return {
    context: { location: 'ticket_sidebar', ticketId: 35 },
    settings: { bridge_url: BRIDGE },
    paths: {
      'currentUser.locale': 'en-US',
      colorScheme: 'light',
      'currentUser.id': 7,
      'currentUser.role': 'agent',
      'currentUser.groups': [],
      'requirement:support_line': { requirement_id: 902 },
      'requirement:credit_action': { requirement_id: 900 },
      'requirement:support_credit': { requirement_id: 901 },
      'ticket.requester.id': 41,
      'ticket.customField:custom_field_901': 'credit_debited',
      'comment.text': '',
    },
    requests: [
      { match: '/users/show_many', status: 200, body: { users: [{ id: 500, name: 'Timur Akhmetov' }] } },
      { match: '/api/v2/users/', status: 200, body: requester },
      { match: '/accounts/search', status: 200, body: { candidates, hasMore: false } },
      { match: '/receipt', status: 200, body: buildReceipt() },
      { match: BRIDGE, status: 200, body: view },
    ],
    ...changes,
  };
}

function buildReceipt() {
  return {
    kind: 'movement',
    entry: buildView().entries[0],
    proof: { kind: 'handed_over', userId: '500' },
    grants: [
      {
        key: 'grant:spend:1042:2',
        grant: {
          source: 'spend',
          isPaid: false,
          effectiveAt: '2026-10-01T00:00:00.000Z',
          expiresAt: null,
          remainingCredits: 0,
        },
        grantedCredits: 1,
        amountCredits: -1,
        proof: {
          kind: 'spend',
          thresholdCents: 20_000,
          spendCents: 24_300,
          remainderCents: 4_300,
          expenseIds: ['70412', '70413'],
          rates: [],
          loweredCents: 0,
          returnedPayments: [],
        },
      },
    ],
    owedCredits: 0,
    refund: null,
    debit: null,
  };
}

const press =
  (index: number, within = 'section') =>
  async (frame: Frame) => {
    await frame.locator(`${within} button`).nth(index).click();
  };
/** Opens the part with this place from the end: history, packs, guide. */
const open = (fromEnd: number) => async (frame: Frame) => {
  await frame.locator('h2 button').nth(-fromEnd).click();
  await frame.locator('h2 button[aria-expanded="true"]').waitFor();
};

const view = buildView({ refundRules });
const handOver = { creditState: 'debited', reason: 'charged' } as const;
const down = (body: unknown, status: number) =>
  buildAnswers(view, {
    requests: [
      { match: '/api/v2/users/', status: 200, body: requester },
      { match: BRIDGE, status, body },
    ],
  });

/** Every state that an agent can meet. */
export const STATES: ScreenState[] = [
  { name: 'ready', answers: buildAnswers(view) },
  { name: 'loading', answers: buildAnswers(view, { requests: [{ match: BRIDGE }] }) },
  { name: 'reasons', answers: buildAnswers(view), act: press(2, '[role="group"]') },
  { name: 'confirm-return', answers: buildAnswers(view), act: press(1, '[role="group"]') },
  {
    name: 'care',
    answers: buildAnswers(
      buildView({
        ticket: free,
        handOver,
        care: { ...view.care, isOpen: true, changesAt: '2026-11-22T16:00:00.000Z' },
      }),
    ),
  },
  {
    name: 'confirm-hand-over',
    answers: buildAnswers(buildView({ ticket: free, handOver })),
    act: press(0, '[role="group"]'),
  },
  {
    name: 'confirm-hand-over-no-credits',
    answers: buildAnswers(
      buildView({
        ticket: free,
        balance: noCredits,
        handOver: { creditState: 'held', reason: 'no_credits' },
      }),
    ),
    act: press(0, '[role="group"]'),
  },
  {
    name: 'held',
    answers: buildAnswers(
      buildView({ balance: noCredits, ticket: { creditState: 'held', reason: 'no_credits' } }),
    ),
  },
  {
    name: 'partner',
    answers: buildAnswers(
      buildView({ partnerLevel: 'Gold', ticket: { creditState: 'waived', reason: 'partner' } }),
    ),
  },
  { name: 'approval', answers: buildAnswers(buildView({ ticket: { approval, continues: '12' } })) },
  {
    name: 'pending-billing-down',
    answers: buildAnswers(
      buildView({
        isBillingReachable: false,
        ticket: { creditState: 'pending', reason: 'billing_unavailable' },
      }),
    ),
  },
  ...IDENTITY_REFUSALS.map((reason) => ({ name: reason, answers: buildAnswers(buildUnknownView(reason)) })),
  { name: 'bridge-down', answers: down(null, 0) },
  { name: 'unauthorized', answers: down({ error: { code: 'unauthorized', requestId: 'r' } }, 401) },
  { name: 'not-set-up', answers: buildAnswers(view, { settings: {} }) },
  {
    name: 'new-ticket',
    answers: buildAnswers(buildView({ handOver }), { context: { location: 'new_ticket_sidebar' } }),
  },
  { name: 'history', answers: buildAnswers(buildView({ entriesBefore: 'c1' })), act: open(3) },
  {
    name: 'receipt',
    answers: buildAnswers(view),
    act: async (frame) => {
      await open(3)(frame);
      await frame.locator('li button[aria-expanded]').first().click();
      await frame.locator('li ul').waitFor();
    },
  },
  { name: 'packs', answers: buildAnswers(view), act: open(2) },
  { name: 'guide', answers: buildAnswers(view), act: open(1) },
];
