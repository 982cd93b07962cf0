import type { CreditsView } from '../../src/contract/creditsView';
import { IDENTITY_REFUSALS } from '../../src/domain/tickets/creditState';
import { buildUnknownView, buildView } from '../app/buildView';
import { AGENT_ID, BRIDGE, buildAnswers } from './states';
import type { ScreenState } from './states';

type Changes = Parameters<typeof buildView>[0];

/** A client whose one credit was used. */
export const NO_CREDITS = {
  availableCredits: 0,
  earnedCredits: 1,
  boughtCredits: 0,
  usedCredits: 1,
  returnedCredits: 0,
};

const FREE = { line: 'sales', creditState: 'free', reason: 'client_care' } as const;
const approval = { reason: 'hotfix', askedBy: '500', askedAt: '2026-11-22T14:09:00.000Z' } as const;
const UNREAD = {
  identity: { kind: 'unavailable' },
  balance: null,
  spend: null,
  entries: [],
  billingReadAt: null,
} satisfies Changes;

/** Views in which nothing has been pressed, by the name of their state. */
export const VIEWS = {
  ready: buildView(),
  care: buildView({
    ticket: FREE,
    handOver: { creditState: 'debited', reason: 'charged' },
    care: { isOpen: true, changesAt: '2026-11-22T16:00:00.000Z', timeZone: 'Europe/Moscow' },
  }),
  'care-no-credits': buildView({
    ticket: FREE,
    balance: NO_CREDITS,
    handOver: { creditState: 'held', reason: 'no_credits' },
  }),
  held: buildView({ balance: NO_CREDITS, ticket: { creditState: 'held', reason: 'no_credits' } }),
  'held-link-required': buildView({ ticket: { creditState: 'held', reason: 'link_required' } }),
  partner: buildView({ partnerLevel: 'Gold', ticket: { creditState: 'waived', reason: 'partner' } }),
  waived: buildView({ ticket: { creditState: 'waived', reason: 'agent' } }),
  refunded: buildView({ ticket: { creditState: 'refunded', reason: 'software_defect' } }),
  'follow-up': buildView({ ticket: { continues: '12' } }),
  approval: buildView({ ticket: { approval } }),
  'approval-own': buildView({ ticket: { approval: { ...approval, askedBy: AGENT_ID } } }),
  deciding: buildView({ ticket: { line: null, creditState: null, reason: null } }),
  'looking-up': buildView({ ...UNREAD, ticket: { creditState: null, reason: null } }),
  'pending-billing-down': buildView({
    isBillingReachable: false,
    ticket: { creditState: 'pending', reason: 'billing_unavailable' },
  }),
  'pending-nothing-known': buildView({
    ...UNREAD,
    isBillingReachable: false,
    ticket: { creditState: 'pending', reason: 'billing_unavailable' },
  }),
  'pending-misconfigured': buildView({
    isBillingReachable: false,
    ticket: { creditState: 'pending', reason: 'billing_misconfigured' },
  }),
  /** In advance, and with everything as long and as large as it may come. */
  'long-words': buildView({
    identity: {
      kind: 'client',
      grade: 'linked',
      billingAccountId: '104233017',
      accountName: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk-Hosting',
    },
    partnerLevel: 'Platinum Reseller',
    balance: {
      availableCredits: -12,
      earnedCredits: 1204,
      boughtCredits: 3330,
      usedCredits: 4546,
      returnedCredits: 1000,
    },
    ticket: { creditState: 'held', reason: 'linked_account_unknown', continues: '104233017' },
  }),
} satisfies Record<string, CreditsView>;

/** What an agent sees without doing anything. */
export const FIRST_LOOK_STATES: ScreenState[] = [
  { name: 'loading', answers: buildAnswers(VIEWS.ready, { requests: [{ match: BRIDGE }] }) },
  ...Object.entries(VIEWS).map(([name, view]) => ({ name, answers: buildAnswers(view) })),
  ...IDENTITY_REFUSALS.map((reason) => ({ name: reason, answers: buildAnswers(buildUnknownView(reason)) })),
];
