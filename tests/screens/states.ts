import type { Frame } from 'playwright-core';
import type { CreditsView } from '../../src/contract/creditsView';
import { buildView } from '../app/buildView';
import type { HostAnswers } from './hostScript';

/** One state of the sidebar: what Zendesk and the bridge answer, and what the agent does in it. */
export type ScreenState = {
  name: string;
  answers: HostAnswers;
  /** Ends when the screen shows what came of it. */
  act?: (frame: Frame) => Promise<void>;
};

/** The address of the bridge, as requests to it are told apart. */
export const BRIDGE = 'https://bridge.test';

/** Who sits before the screen. */
export const AGENT_ID = '7';

const COLLEAGUES = [
  { id: 500, name: 'Timur Akhmetov' },
  { id: Number(AGENT_ID), name: 'Carol Reyes' },
];

export const REQUESTER = {
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

/** Everything answers, the bridge with this view. */
export function buildAnswers(view: CreditsView, changes: Partial<HostAnswers> = {}): HostAnswers {
  return {
    context: { location: 'ticket_sidebar', ticketId: 35 },
    settings: { bridge_url: BRIDGE },
    paths: {
      'currentUser.locale': 'en-US',
      colorScheme: 'light',
      'currentUser.id': Number(AGENT_ID),
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
      { match: '/api/v2/tickets/', status: 200, body: {} },
      { match: '/users/show_many', status: 200, body: { users: COLLEAGUES } },
      { match: '/api/v2/users/', status: 200, body: REQUESTER },
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
