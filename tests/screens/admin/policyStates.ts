import type { PolicyFileView, PolicyView } from '../../../src/contract/policyView';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { findPolicyDifferences } from '../../../src/server/policy/findPolicyDifferences';
import { parsePolicy } from '../../../src/server/policy/parsePolicy';
import { buildAdminAnswers, buildAdminRefusal } from './adminState';
import type { AdminState } from './adminState';

const TAB = 'policy';
const PATH = '/v1/admin/policy';

const changed = {
  overdraftCredits: 2,
  packs: [{ pricelistId: '205', credits: 4, priceCents: 9_900, period: 'month' }],
  spend: { rates: [{ currency: 'USD', from: '2026-01-01', rate: '0.9215' }] },
  refundReasons: {
    goodwill: { groupIds: ['360010002003', '360010002004'], perPersonPerDay: 3, freePerDay: 1 },
  },
  billing: { columns: { accountId: ['owner'], paymentStatus: ['state', 'status'] } },
};

function buildState(name: string, file: PolicyFileView, inForce: object = {}): AdminState {
  const policy = parsePolicy(JSON.stringify(inForce));
  const view: PolicyView = {
    policy,
    standard: DEFAULT_POLICY,
    differences: findPolicyDifferences(policy, DEFAULT_POLICY),
    readAt: '2026-11-22T06:41:00.000Z',
    file,
  };
  return { name, tab: TAB, answers: buildAdminAnswers([{ match: PATH, status: 200, body: view }]) };
}

const problems = [
  { key: 'overdraft', code: 'unknown_key' as const, values: [] },
  { key: 'refundReasons.goodwill.perPersonPerDay', code: 'too_big' as const, values: [10_000] },
  { key: 'identity.chargeGrades.0', code: 'not_one_of' as const, values: ['linked', 'verified_email'] },
  { key: 'careHours.to', code: 'not_time_or_midnight' as const, values: [] },
];

/** The policy in force and its file. */
export const POLICY_STATES: AdminState[] = [
  buildState('policy', { state: 'none' }),
  buildState('policy-changed', { state: 'same' }, changed),
  {
    ...buildState('policy-short', { state: 'same' }, changed),
    act: (frame) => frame.locator('label').first().click(),
  },
  {
    ...buildState('policy-nothing-differs', { state: 'same' }),
    act: (frame) => frame.locator('label').first().click(),
  },
  buildState('policy-other', {
    state: 'other',
    policy: parsePolicy(JSON.stringify({ ...changed, overdraftCredits: 0 })),
    changes: ['packs', 'refundReasons.goodwill', 'billing.columns'],
  }),
  buildState('policy-broken', { state: 'broken', problems, isCut: true }, changed),
  buildState('policy-unreadable', { state: 'unreadable' }),
  { name: 'policy-loading', tab: TAB, answers: buildAdminAnswers([{ match: PATH }]) },
  { name: 'policy-failing', tab: TAB, answers: buildAdminRefusal(500, 'internal_error') },
];
