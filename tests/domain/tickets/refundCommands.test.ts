import type { LedgerView } from '../../../src/domain/credits/ledgerView';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { RefundRule } from '../../../src/domain/policy/refundReason';
import type { Command } from '../../../src/domain/tickets/command';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import { buildCommand, buildDecision, buildLedgerView, OPEN_DEBIT } from '../builders';

type Given = { rule?: Partial<RefundRule>; command?: Partial<Command>; ledger?: Partial<LedgerView> };

function decide({ rule = {}, command = {}, ledger = {} }: Given) {
  const { refundReasons } = DEFAULT_POLICY;
  const full = { id: 'a1', action: { kind: 'refund', reason: 'hotfix' }, ...command } as const;
  const facts = buildDecision({
    command: buildCommand(full.action, full),
    ledger: buildLedgerView(0, { openCharge: OPEN_DEBIT, chargeCount: 1, ...ledger }),
    policy: { refundReasons: { ...refundReasons, hotfix: { ...refundReasons.hotfix, ...rule } } },
  });
  return decideTicket(facts, false);
}

const refusalOf = (given: Given) => {
  const { answer, entries } = decide(given);
  return answer?.outcome === 'refused' && entries.length === 0 ? answer.refusal : answer?.outcome;
};

describe('who may return a credit', () => {
  it.each<[string, Given, string]>([
    ['every agent, unless the policy says otherwise', {}, 'done'],
    ['no agent where it is for admins', { rule: { roles: ['admin'] } }, 'reason_not_yours'],
    [
      'an admin where it is for admins',
      { rule: { roles: ['admin'] }, command: { actorRole: 'admin' } },
      'done',
    ],
    [
      'an agent of a group that may',
      { rule: { roles: [], groupIds: ['7'] }, command: { actorGroupIds: ['6', '7'] } },
      'done',
    ],
    [
      'no admin where it is for a group alone',
      { rule: { roles: [], groupIds: ['7'] }, command: { actorRole: 'admin' } },
      'reason_not_yours',
    ],
    ['nobody for a reason that is off', { rule: { isAllowed: false } }, 'reason_switched_off'],
    ['no client', { command: { actorRole: undefined } }, 'actor_not_agent'],
    [
      'nobody where nothing was debited, whoever asks',
      { rule: { roles: [] }, ledger: { openCharge: undefined, refundReason: 'goodwill' } },
      'already_refunded',
    ],
  ])('%s', (_who, given, expected) => {
    expect(refusalOf(given)).toBe(expected);
  });

  it('keeps goodwill for leads, and the reasons that the published rules refuse for nobody', () => {
    const goodwill = { action: { kind: 'refund', reason: 'goodwill' } } as const;
    expect(refusalOf({ command: goodwill })).toBe('reason_not_yours');
    expect(refusalOf({ command: { ...goodwill, actorRole: 'admin' } })).toBe('done');
    for (const reason of ['feature_request', 'self_solved', 'end_of_life', 'server_fault'] as const) {
      expect(refusalOf({ command: { action: { kind: 'refund', reason }, actorRole: 'admin' } })).toBe(
        'reason_switched_off',
      );
    }
  });
});

describe('how often one person may return a credit', () => {
  it.each([
    ['below the limit', { perPersonPerDay: 3 }, 2, 'done'],
    ['at the limit', { perPersonPerDay: 3 }, 3, 'daily_limit_reached'],
    ['never', { perPersonPerDay: 0 }, 0, 'daily_limit_reached'],
    ['below what is free of approval', { freePerDay: 2 }, 1, 'done'],
    ['above what is free of approval', { freePerDay: 2 }, 2, 'awaiting_approval'],
    ['always with approval', { freePerDay: 0 }, 0, 'awaiting_approval'],
    ['at the limit, approval or not', { freePerDay: 0, perPersonPerDay: 3 }, 3, 'daily_limit_reached'],
  ])('%s', (_fact, rule, refundsToday, expected) => {
    expect(refusalOf({ rule, ledger: { refundsToday } })).toBe(expected);
  });

  it('says which debit waits for approval, and leaves it debited', () => {
    expect(decide({ rule: { freePerDay: 0 } })).toMatchObject({
      entries: [],
      state: { creditState: 'debited' },
      answer: { commandId: 'a1', outcome: 'awaiting_approval', chargeKey: OPEN_DEBIT.key },
    });
  });
});

describe('an approval', () => {
  const awaiting = { reason: 'hotfix', actorId: '500', chargeKey: OPEN_DEBIT.key } as const;
  const approve = { action: { kind: 'approve' }, actorId: '501' } as const;

  it('returns the credit for who asked, and says who approved', () => {
    const { entries, state, answer } = decide({
      command: approve,
      ledger: { awaiting },
      rule: { freePerDay: 0 },
    });
    expect(entries).toEqual([
      expect.objectContaining({
        kind: 'refund',
        reason: 'hotfix',
        actor: { kind: 'agent', id: '500', approvedBy: '501' },
      }),
    ]);
    expect(state).toEqual({ creditState: 'refunded', reason: 'hotfix' });
    expect(answer).toEqual({ commandId: 'a1', outcome: 'done' });
  });

  it.each<[string, Given, string]>([
    ['by who asked', { command: { ...approve, actorId: '500' }, ledger: { awaiting } }, 'approver_is_asker'],
    ['where nobody asked', { command: approve }, 'nothing_to_approve'],
    [
      'of what was asked for an earlier debit',
      { command: approve, ledger: { awaiting: { ...awaiting, chargeKey: 'debit:zt_7:9' } } },
      'nothing_to_approve',
    ],
    [
      'of what was returned meanwhile',
      { command: approve, ledger: { awaiting, openCharge: undefined, refundReason: 'goodwill' } },
      'nothing_to_approve',
    ],
    [
      'by who might not have asked',
      { command: approve, ledger: { awaiting }, rule: { roles: ['admin'] } },
      'reason_not_yours',
    ],
    [
      'by a client',
      { command: { ...approve, actorRole: undefined }, ledger: { awaiting } },
      'actor_not_agent',
    ],
    [
      'when who asked has reached the limit since',
      { command: approve, ledger: { awaiting, refundsToday: 3 }, rule: { perPersonPerDay: 3 } },
      'daily_limit_reached',
    ],
    [
      'of a reason that was switched off since',
      { command: approve, ledger: { awaiting }, rule: { isAllowed: false } },
      'reason_switched_off',
    ],
  ])('is refused %s', (_why, given, expected) => {
    expect(refusalOf(given)).toBe(expected);
  });
});

describe('calling a ticket a new problem', () => {
  it('is refused where the ticket follows up no other', () => {
    const command = buildCommand({ kind: 'new_problem' });
    const look = (isFollowUp: boolean) =>
      decideTicket(buildDecision({ command, ticket: { isFollowUp }, line: 'sales' }), false).answer;
    expect(look(false)).toMatchObject({ outcome: 'refused', refusal: 'not_a_follow_up' });
    expect(look(true)).toMatchObject({ outcome: 'done' });
  });
});
