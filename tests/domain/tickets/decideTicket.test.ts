import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import { IDENTITY_REFUSALS } from '../../../src/domain/tickets/creditState';
import type { AccountReading } from '../../../src/domain/accounts/accountFacts';
import {
  buildCommand,
  buildDecision,
  buildFacts,
  buildLedgerView,
  buildReading,
  OPEN_DEBIT,
} from '../builders';

const UNAVAILABLE: AccountReading = {
  kind: 'unavailable',
  code: 'billing_unreachable',
  retry: true,
  known: undefined,
};

describe('decideTicket by the rules alone', () => {
  it('R1: leaves a ticket of client care free, whoever asks', () => {
    const decision = decideTicket(buildDecision({ line: 'sales', ledger: buildLedgerView(3) }), false);
    expect(decision).toEqual({
      entries: [],
      state: { creditState: 'free', reason: 'client_care' },
      answer: undefined,
    });
  });

  it('R1: leaves a ticket without a line free', () => {
    expect(decideTicket(buildDecision({ line: undefined }), false).state.creditState).toBe('free');
  });

  it('R3: debits one credit when the ticket is on technical support', () => {
    const decision = decideTicket(buildDecision({ ledger: buildLedgerView(2) }), false);
    expect(decision.state).toEqual({ creditState: 'debited', reason: 'charged' });
    expect(decision.entries).toEqual([
      expect.objectContaining({
        kind: 'debit',
        key: 'debit:zt_7:0',
        problemId: 'zt_7',
        amountCredits: 1,
        allocations: [{ grantKey: 'grant:goodwill:1', amountCredits: 1 }],
        actor: { kind: 'rule' },
      }),
    ]);
  });

  it('R4: asks for nothing more while the problem has its debit', () => {
    const ledger = buildLedgerView(1, { openCharge: OPEN_DEBIT, chargeCount: 1 });
    const decision = decideTicket(buildDecision({ ledger }), false);
    expect(decision.entries).toEqual([]);
    expect(decision.state.creditState).toBe('debited');
  });

  it('R4: does not debit again by itself after the credit was returned', () => {
    const ledger = buildLedgerView(3, { chargeCount: 1, refundReason: 'hotfix' });
    const decision = decideTicket(buildDecision({ ledger }), false);
    expect(decision.entries).toEqual([]);
    expect(decision.state).toEqual({ creditState: 'refunded', reason: 'hotfix' });
  });

  it('R7: grants earned credits first and debits from them in the same decision', () => {
    const decision = decideTicket(buildDecision({ reading: buildReading({ spendCents: 24_300 }) }), false);
    expect(decision.entries.map((entry) => entry.key)).toEqual([
      'grant:spend:1001:1',
      'grant:spend:1001:2',
      'debit:zt_7:0',
    ]);
  });

  it('R7: grants earned credits on a ticket of client care too', () => {
    const facts = buildDecision({ line: 'sales', reading: buildReading({ spendCents: 10_000 }) });
    expect(decideTicket(facts, false).entries.map((entry) => entry.key)).toEqual(['grant:spend:1001:1']);
  });

  it('R8: writes a waiver for a partner, with what was known, and takes no credit', () => {
    const facts = buildDecision({
      reading: buildReading({ partnerLevel: 'Gold' }),
      ledger: buildLedgerView(2),
    });
    const decision = decideTicket(facts, false);
    expect(decision.state).toEqual({ creditState: 'waived', reason: 'partner' });
    expect(decision.entries).toEqual([
      expect.objectContaining({
        kind: 'waiver',
        reason: 'partner',
        snapshot: expect.objectContaining({ partnerLevel: 'Gold' }),
      }),
    ]);
  });

  it('R8: charges partners when the policy says so', () => {
    const facts = buildDecision({
      reading: buildReading({ partnerLevel: 'Gold' }),
      ledger: buildLedgerView(1),
      policy: { isPartnerWaived: false },
    });
    expect(decideTicket(facts, false).state.creditState).toBe('debited');
  });

  it('R12: holds the ticket of a client without credits', () => {
    const decision = decideTicket(buildDecision({}), false);
    expect(decision).toEqual({
      entries: [],
      state: { creditState: 'held', reason: 'no_credits' },
      answer: undefined,
    });
  });

  it('R12: debits below zero as far as the policy allows, and no further', () => {
    const policy = { overdraftCredits: 1 };
    expect(decideTicket(buildDecision({ policy }), false).state.creditState).toBe('debited');
    const overdrawn = buildLedgerView(0, { debts: [{ entryKey: 'debit:zt_6:0', amountCredits: 1 }] });
    expect(decideTicket(buildDecision({ policy, ledger: overdrawn }), false).state.creditState).toBe('held');
  });

  it.each(IDENTITY_REFUSALS)('holds a technical ticket for the agent when the requester is %s', (reason) => {
    const decision = decideTicket(buildDecision({ reading: { kind: 'refused', reason } }), false);
    expect(decision).toEqual({ entries: [], state: { creditState: 'held', reason }, answer: undefined });
  });

  describe('when the policy charges linked clients only', () => {
    const policy = { identity: { chargeGrades: ['linked' as const] } };
    const ledger = buildLedgerView(3);

    it.each([undefined, 'Gold'])('holds who is known by e-mail alone, a partner too (%s)', (partnerLevel) => {
      const decision = decideTicket(
        buildDecision({ policy, ledger, reading: buildReading({ partnerLevel }) }),
        false,
      );
      expect(decision).toMatchObject({
        entries: [],
        state: { creditState: 'held', reason: 'link_required' },
      });
    });

    it('refuses an agent who asks for the charge, and lets an agent waive', () => {
      const ask = (kind: 'debit' | 'waive') =>
        decideTicket(buildDecision({ policy, ledger, command: buildCommand({ kind }) }), false);
      expect(ask('debit').answer).toMatchObject({ outcome: 'refused', refusal: 'link_required' });
      expect(ask('waive').state).toEqual({ creditState: 'waived', reason: 'agent' });
    });

    it('charges who is linked', () => {
      const reading = { kind: 'client', grade: 'linked', facts: buildFacts() } as const;
      const decision = decideTicket(buildDecision({ policy, ledger, reading }), false);
      expect(decision.state.creditState).toBe('debited');
    });
  });

  it('R13: keeps the charge pending when billing cannot be read until somebody mends it, and says so', () => {
    const reading = { ...UNAVAILABLE, code: 'billing_currency_unsupported', retry: false };
    const decision = decideTicket(buildDecision({ reading, ledger: buildLedgerView(3) }), false);
    expect(decision.entries).toEqual([]);
    expect(decision.state).toEqual({ creditState: 'pending', reason: 'billing_misconfigured' });
  });

  it('R13: leaves the charge pending while billing cannot be asked', () => {
    const decision = decideTicket(buildDecision({ reading: UNAVAILABLE, ledger: buildLedgerView(3) }), false);
    expect(decision).toEqual({
      entries: [],
      state: { creditState: 'pending', reason: 'billing_unavailable' },
      answer: undefined,
    });
  });
});

describe('decideTicket with a command of an agent', () => {
  const refundDefect = buildCommand({ kind: 'refund', reason: 'software_defect' });
  const debited = buildLedgerView(0, { openCharge: OPEN_DEBIT, chargeCount: 1 });

  it('R5: returns the credit to the grant that it was taken from', () => {
    const decision = decideTicket(buildDecision({ command: refundDefect, ledger: debited }), false);
    expect(decision.entries).toEqual([
      expect.objectContaining({
        kind: 'refund',
        key: 'refund:debit:zt_7:0',
        debitKey: 'debit:zt_7:0',
        reason: 'software_defect',
        allocations: [{ grantKey: 'grant:goodwill:1', amountCredits: 1 }],
        reopens: [],
        actor: { kind: 'agent', id: '500' },
      }),
    ]);
    expect(decision.state).toEqual({ creditState: 'refunded', reason: 'software_defect' });
    expect(decision.answer).toEqual({ commandId: 'audit-1', outcome: 'done' });
  });

  it('returns the credit while billing cannot be asked', () => {
    const decision = decideTicket(
      buildDecision({ command: refundDefect, ledger: debited, reading: UNAVAILABLE }),
      false,
    );
    expect(decision.state.creditState).toBe('refunded');
  });

  it('has no further effect once this very command was answered', () => {
    const decision = decideTicket(buildDecision({ command: refundDefect, ledger: debited }), true);
    expect(decision.entries).toEqual([]);
    expect(decision.answer).toBeUndefined();
  });

  it('refuses a second return and keeps the state', () => {
    const ledger = buildLedgerView(1, { chargeCount: 1, refundReason: 'software_defect' });
    const decision = decideTicket(buildDecision({ command: refundDefect, ledger }), false);
    expect(decision.entries).toEqual([]);
    expect(decision.answer).toEqual({
      commandId: 'audit-1',
      outcome: 'refused',
      refusal: 'already_refunded',
    });
    expect(decision.state.creditState).toBe('refunded');
  });

  it('refuses to return what was never debited, and a waiver', () => {
    const waived = buildLedgerView(0, {
      openCharge: { kind: 'waiver', key: 'waiver:zt_7:0', reason: 'partner' },
      chargeCount: 1,
    });
    for (const ledger of [buildLedgerView(0), waived]) {
      const facts = buildDecision({ line: 'sales', command: refundDefect, ledger });
      expect(decideTicket(facts, false).answer).toMatchObject({
        outcome: 'refused',
        refusal: 'nothing_to_refund',
      });
    }
  });

  it('refuses a reason that the policy has switched off', () => {
    const command = buildCommand({ kind: 'refund', reason: 'goodwill' });
    const facts = buildDecision({ command, ledger: debited });
    const off = { ...facts.policy.refundReasons.goodwill, isAllowed: false };
    const policy = { ...facts.policy, refundReasons: { ...facts.policy.refundReasons, goodwill: off } };
    expect(decideTicket({ ...facts, policy }, false).answer).toMatchObject({
      refusal: 'reason_switched_off',
    });
  });

  it('refuses a command of somebody who is no agent', () => {
    const command = { ...refundDefect, actorRole: undefined };
    const decision = decideTicket(buildDecision({ command, ledger: debited }), false);
    expect(decision.entries).toEqual([]);
    expect(decision.answer).toMatchObject({ refusal: 'actor_not_agent' });
  });

  it('debits again after a return, under a key of its own', () => {
    const ledger = buildLedgerView(1, { chargeCount: 1, refundReason: 'hotfix' });
    const decision = decideTicket(buildDecision({ command: buildCommand({ kind: 'debit' }), ledger }), false);
    expect(decision.entries.map((entry) => entry.key)).toEqual(['debit:zt_7:1']);
  });

  it('refuses a second debit or waiver while one stands', () => {
    for (const kind of ['debit', 'waive'] as const) {
      const decision = decideTicket(
        buildDecision({ command: buildCommand({ kind }), ledger: debited }),
        false,
      );
      expect(decision.answer).toMatchObject({ refusal: 'already_charged' });
    }
  });

  it('waives a held ticket for an agent', () => {
    const decision = decideTicket(buildDecision({ command: buildCommand({ kind: 'waive' }) }), false);
    expect(decision.state).toEqual({ creditState: 'waived', reason: 'agent' });
  });

  it('refuses a debit without credits, and says so', () => {
    const decision = decideTicket(buildDecision({ command: buildCommand({ kind: 'debit' }) }), false);
    expect(decision.answer).toMatchObject({ refusal: 'no_credits' });
    expect(decision.state).toEqual({ creditState: 'held', reason: 'no_credits' });
  });

  it('leaves a debit standing unanswered until billing can be asked', () => {
    const facts = buildDecision({ command: buildCommand({ kind: 'debit' }), reading: UNAVAILABLE });
    const decision = decideTicket(facts, false);
    expect(decision.answer).toBeUndefined();
    expect(decision.state.creditState).toBe('pending');
  });

  it('refuses to charge a new requester for a problem of another client', () => {
    const ledger = buildLedgerView(1, { billingAccountId: '2002', chargeCount: 1, refundReason: 'hotfix' });
    const facts = buildDecision({
      command: buildCommand({ kind: 'debit' }),
      ledger,
      reading: buildReading({ spendCents: 50_000 }),
    });
    const decision = decideTicket(facts, false);
    expect(decision.entries).toEqual([]);
    expect(decision.answer).toMatchObject({ refusal: 'requester_changed' });
  });

  it('answers a recheck and lets the rules decide', () => {
    const facts = buildDecision({ command: buildCommand({ kind: 'recheck' }), ledger: buildLedgerView(1) });
    const decision = decideTicket(facts, false);
    expect(decision.answer).toEqual({ commandId: 'audit-1', outcome: 'done' });
    expect(decision.state.creditState).toBe('debited');
  });
});
