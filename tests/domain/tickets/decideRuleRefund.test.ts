import type { LedgerView } from '../../../src/domain/credits/ledgerView';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import type { TicketFacts } from '../../../src/domain/tickets/ticketFacts';
import { buildCommand, buildDecision, buildLedgerView, buildReading, OPEN_DEBIT } from '../builders';

/** A look at ticket 7, whose debit stands, as the test changes it. */
const look = (
  ticket: Partial<TicketFacts>,
  ledger: Partial<LedgerView> = {},
  others: Partial<Parameters<typeof buildDecision>[0]> = {},
) =>
  decideTicket(
    buildDecision({
      ticket,
      ledger: buildLedgerView(1, { openCharge: OPEN_DEBIT, chargeCount: 1, ...ledger }),
      ...others,
    }),
    false,
  );
const keysOf = ({ entries }: ReturnType<typeof look>) => entries.map((entry) => entry.key);

const OF_OTHER_CLIENT = buildReading({ billingAccountId: '2002' });
const MERGED = { standing: 'closed', mergedInto: { ticketId: '9', problemId: 'zt_9' } } as const;

describe('R6: a ticket on the wrong line', () => {
  const handedBack = { line: 'sales', wasAnsweredByTech: false, handedOverBy: '500' } as const;

  it('R6: a hand-back before the first technical reply returns the credit by itself, and says who had handed it over', () => {
    const decision = look(handedBack);
    expect(decision.state).toEqual({ creditState: 'refunded', reason: 'wrong_line' });
    expect(decision.entries).toEqual([
      expect.objectContaining({
        key: 'refund:debit:zt_7:0',
        reason: 'wrong_line',
        actor: { kind: 'rule' },
        proof: { handedOverBy: '500' },
      }),
    ]);
  });

  it('R6: a ticket that lost its line counts as handed back', () => {
    expect(look({ ...handedBack, line: undefined }).state.reason).toBe('wrong_line');
  });

  it.each([
    ['after a technical reply', { ...handedBack, wasAnsweredByTech: true }],
    ['when nothing is known of replies', { ...handedBack, wasAnsweredByTech: undefined }],
    ['while it stands on technical support', { ...handedBack, line: 'tech' as const }],
    ['when another ticket of the problem was charged', { ...handedBack, id: '8', problemId: 'zt_7' }],
  ])('R6: the credit stays %s', (_, ticket) => {
    expect(look(ticket)).toMatchObject({ entries: [], state: { creditState: 'debited' } });
  });

  it('R6: what an agent asked to be debited on client care stays', () => {
    expect(look(handedBack, { openCharge: { ...OPEN_DEBIT, isByAgent: true } }).entries).toEqual([]);
  });

  it('R6: the next hand-over debits anew, under a key of its own', () => {
    const returned = {
      openCharge: undefined,
      refundReason: 'wrong_line',
      refundReasons: ['wrong_line'],
    } as const;
    expect(look({ line: 'sales' }, { ...returned, refundReasons: ['wrong_line'] })).toMatchObject({
      entries: [],
      state: { creditState: 'refunded', reason: 'wrong_line' },
    });
    const again = look({ line: 'tech' }, { ...returned, refundReasons: ['wrong_line'] });
    expect(keysOf(again)).toEqual(['debit:zt_7:1']);
  });
});

describe('R4: a duplicate', () => {
  it('R4: a merged ticket returns its credit when the target has its own', () => {
    const decision = look(MERGED, { isMergeTargetCharged: true });
    expect(decision.state).toEqual({ creditState: 'refunded', reason: 'duplicate' });
    expect(decision.entries).toEqual([expect.objectContaining({ proof: { mergedInto: '9' } })]);
  });

  it.each([
    ['the target was never charged', MERGED, false],
    ['both are one problem', { ...MERGED, mergedInto: { ticketId: '9', problemId: 'zt_7' } }, true],
  ])('R4: the credit stays when %s', (_, ticket, isMergeTargetCharged) => {
    expect(look(ticket, { isMergeTargetCharged }).entries).toEqual([]);
  });
});

describe('R5: a defect of the software', () => {
  it('R5: a ticket linked to a defect returns its credit, whichever ticket of the problem it is', () => {
    for (const ticket of [
      { defectTicketId: '40' },
      { defectTicketId: '40', standing: 'closed' as const },
      { defectTicketId: '40', id: '8', problemId: 'zt_7' },
    ]) {
      const decision = look(ticket);
      expect(decision.state).toEqual({ creditState: 'refunded', reason: 'software_defect' });
      expect(decision.entries).toEqual([expect.objectContaining({ proof: { defectTicketId: '40' } })]);
    }
  });

  it('R5: unlinking takes nothing back, and linking again returns nothing twice', () => {
    const returned = {
      openCharge: undefined,
      refundReason: 'software_defect' as const,
      refundReasons: ['software_defect' as const],
    };
    for (const defectTicketId of [undefined, '40', '41']) {
      expect(look({ defectTicketId }, returned)).toMatchObject({
        entries: [],
        state: { creditState: 'refunded', reason: 'software_defect' },
      });
    }
  });

  it('R5: a debit that an agent asks for after that return stays', () => {
    expect(look({ defectTicketId: '40' }, { refundReasons: ['software_defect'] }).entries).toEqual([]);
  });

  it('R5: stays charged where the policy returns nothing for defects', () => {
    const off = { ...DEFAULT_POLICY.refundReasons.software_defect, isAllowed: false };
    const refundReasons = { ...DEFAULT_POLICY.refundReasons, software_defect: off };
    expect(look({ defectTicketId: '40' }, {}, { policy: { refundReasons } }).entries).toEqual([]);
  });

  it('R5: a ticket that was linked before it was charged is looked at again right after its debit', () => {
    const decision = look({ defectTicketId: '40' }, { openCharge: undefined, chargeCount: 0 });
    expect(keysOf(decision)).toEqual(['debit:zt_7:0']);
    expect(decision.asksAgain).toBe(true);
  });
});

describe('a ticket of another client', () => {
  it('returns the credit to the client who was charged, and asks for the look that charges the other one', () => {
    const decision = look({}, {}, { reading: OF_OTHER_CLIENT });
    expect(decision.state).toEqual({ creditState: 'refunded', reason: 'requester_changed' });
    expect(keysOf(decision)).toEqual(['refund:debit:zt_7:0']);
    expect(decision.asksAgain).toBe(true);
    const second = look(
      {},
      {
        openCharge: undefined,
        refundReason: 'requester_changed',
        refundReasons: ['requester_changed'],
        billingAccountId: '2002',
      },
      { reading: OF_OTHER_CLIENT },
    );
    expect(keysOf(second)).toEqual(['debit:zt_7:1']);
    expect(second.asksAgain).toBeUndefined();
  });

  it.each([
    ['nobody knows who the new requester is', {}, { kind: 'refused', reason: 'unknown_client' } as const],
    [
      'billing cannot be asked',
      {},
      { kind: 'unavailable', code: 'billing_timeout', retry: true, known: undefined } as const,
    ],
    ['the ticket is closed', { standing: 'closed' as const }, OF_OTHER_CLIENT],
    ['another ticket of the problem was charged', { id: '8', problemId: 'zt_7' }, OF_OTHER_CLIENT],
  ])('stays charged while %s', (_, ticket, reading) => {
    expect(look(ticket, {}, { reading })).toMatchObject({
      entries: [],
      state: { creditState: 'debited' },
    });
  });
});

describe('a ticket that was deleted or marked as spam', () => {
  it('returns the credit', () => {
    expect(look({ standing: 'removed' }).state).toEqual({
      creditState: 'refunded',
      reason: 'ticket_removed',
    });
  });

  it('returns nothing when another ticket of the problem was charged', () => {
    expect(look({ standing: 'removed', id: '8', problemId: 'zt_7' }).entries).toEqual([]);
  });

  it('is charged anew when it is restored', () => {
    const returned = {
      openCharge: undefined,
      refundReason: 'ticket_removed' as const,
      refundReasons: ['ticket_removed' as const],
    };
    expect(keysOf(look({}, returned))).toEqual(['debit:zt_7:1']);
    expect(look({ standing: 'removed' }, returned)).toMatchObject({
      entries: [],
      state: { creditState: 'refunded', reason: 'ticket_removed' },
    });
  });
});

describe('a ticket that is closed or removed', () => {
  const uncharged = { openCharge: undefined, chargeCount: 0 };

  it.each(['closed', 'removed'] as const)('is not charged any more: %s', (standing) => {
    expect(look({ standing }, uncharged)).toMatchObject({
      entries: [],
      state: { creditState: 'free', reason: 'ended' },
    });
  });

  it('hears no command any more', () => {
    const command = buildCommand({ kind: 'refund', reason: 'hotfix' });
    expect(look({ standing: 'closed' }, {}, { command })).toMatchObject({ entries: [], answer: undefined });
  });
});

it('R8: a waiver stays, whatever becomes of the ticket', () => {
  const openCharge = { kind: 'waiver', key: 'waiver:zt_7:0', reason: 'partner' } as const;
  for (const ticket of [
    { standing: 'removed' as const },
    { line: 'sales' as const, wasAnsweredByTech: false },
    { defectTicketId: '40' },
  ]) {
    expect(look(ticket, { openCharge })).toMatchObject({ entries: [], state: { creditState: 'waived' } });
  }
});
