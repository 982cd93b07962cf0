import fc from 'fast-check';
import { AGENT_REFUND_REASONS } from '../../../src/domain/policy/refundReason';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { tellProblems } from '../../../src/domain/rebuild/tellProblems';
import type { TicketTale, ToldWorld } from '../../../src/domain/rebuild/ticketTale';
import type { ToldProblem } from '../../../src/domain/rebuild/toldProblem';
import { CREDIT_STATES } from '../../../src/domain/tickets/creditState';
import { asked, buildTale, buildToldWorld, shown, stamp } from './buildTale';

const HOTFIX = { kind: 'refund', reason: 'hotfix' } as const;

/** The facts in short: what, which one, of whose account, why, and by whom. */
const tell = (tales: Partial<TicketTale>[], world: Partial<ToldWorld> = {}) =>
  tellProblems(tales.map(buildTale), buildToldWorld(world)).map(({ problemId, facts, flaw }) => ({
    problemId,
    facts: facts.map((fact) =>
      [
        `${fact.kind} ${fact.n} of ${fact.billingAccountId}`,
        ...(fact.kind === 'refund' ? [fact.reason] : []),
        ...(fact.actor.kind === 'agent' ? [`by ${fact.actor.id}`] : []),
      ].join(' '),
    ),
    ...(flaw === undefined ? {} : { flaw }),
  }));
const tellOne = (tale: Partial<TicketTale>, world: Partial<ToldWorld> = {}) => tell([tale], world)[0];

describe('what one ticket tells', () => {
  it('tells nothing of a ticket that the bridge never made to say a charge', () => {
    expect(tell([{}, { id: '8', shown: [shown(1, 'held'), shown(2, 'pending'), shown(3, 'free')] }])).toEqual(
      [],
    );
  });

  it('tells debits, waivers and returns in turn, with the number of each charge', () => {
    const states = ['debited', 'refunded', 'debited', 'refunded', 'waived'] as const;
    expect(tellOne({ shown: states.map((state, minute) => shown(minute, state)) })?.facts).toEqual([
      'debit 0 of 1001',
      'refund 0 of 1001 rebuilt',
      'debit 1 of 1001',
      'refund 1 of 1001 rebuilt',
      'waiver 2 of 1001',
    ]);
  });

  it('says when it happened and which audit tells of it', () => {
    const [problem] = tellProblems([buildTale({ shown: [shown(4, 'debited')] })], buildToldWorld());
    expect(problem?.facts[0]).toMatchObject(stamp(4));
    expect(problem?.tickets).toEqual([{ ticketId: '7', since: stamp(4).at }]);
  });

  it('takes a repeated state for the same charge', () => {
    expect(tellOne({ shown: [shown(1, 'debited'), shown(2, 'debited')] })?.facts).toEqual([
      'debit 0 of 1001',
    ]);
  });

  it('knows of a return whose debit was never shown', () => {
    expect(tellOne({ shown: [shown(1, 'refunded')] })?.facts).toEqual([
      'debit 0 of 1001',
      'refund 0 of 1001 rebuilt',
    ]);
  });

  it('knows of a return that was never shown: a charged ticket says nothing else otherwise', () => {
    expect(tellOne({ shown: [shown(1, 'debited'), shown(2, 'held'), shown(3, 'debited')] })?.facts).toEqual([
      'debit 0 of 1001',
      'refund 0 of 1001 rebuilt',
      'debit 1 of 1001',
    ]);
  });

  it('says what contradicts: a waiver is never returned', () => {
    expect(tellOne({ shown: [shown(1, 'waived'), shown(2, 'refunded')] })).toMatchObject({
      facts: ['waiver 0 of 1001'],
      flaw: 'contradiction',
    });
  });

  it('tells nothing in part when billing does not know whose credits it took', () => {
    const tale = { requesterId: '999', shown: [shown(1, 'debited'), shown(2, 'refunded')] };
    expect(tellOne(tale)).toMatchObject({ facts: [], flaw: 'client_unknown' });
  });
});

describe('why a credit went back', () => {
  const reasonOf = (tale: Partial<TicketTale>, world: Partial<ToldWorld> = {}) =>
    tellOne(tale, world)?.facts[1]?.replace('refund 0 of 1001 ', '');

  it('finds the command that was taken out of the field in the same change, and its author', () => {
    const tale = {
      asked: [asked(1, HOTFIX, '501'), asked(3, HOTFIX, '502')],
      shown: [shown(2, 'debited'), shown(4, 'refunded', HOTFIX)],
    };
    expect(reasonOf(tale)).toBe('hotfix by 502');
  });

  it('finds who asked for what another agent approved', () => {
    const [problem] = tellProblems(
      [
        buildTale({
          asked: [asked(2, HOTFIX, '501'), asked(3, { kind: 'approve' }, '502')],
          shown: [shown(1, 'debited'), shown(4, 'refunded', { kind: 'approve' })],
        }),
      ],
      buildToldWorld(),
    );
    expect(problem?.facts[1]).toMatchObject({
      reason: 'hotfix',
      actor: { kind: 'agent', id: '501', approvedBy: '502' },
    });
  });

  it('believes no command that was refused: taken out without a return, or for a reason that is switched off', () => {
    const wish = { kind: 'refund', reason: 'feature_request' } as const;
    expect(
      reasonOf({ asked: [asked(2, wish)], shown: [shown(1, 'debited'), shown(4, 'refunded', wish)] }),
    ).toBe('rebuilt');
    expect(reasonOf({ asked: [asked(2, HOTFIX)], shown: [shown(1, 'debited'), shown(4, 'refunded')] })).toBe(
      'rebuilt',
    );
  });

  it('R5: finds the defect that it was linked to then, not one of later', () => {
    const linkedAt = (minute: number) => ({
      problemLinks: [{ ...stamp(minute), problemTicketId: '40' }],
      shown: [shown(1, 'debited'), shown(4, 'refunded')],
    });
    const world = { defectIds: new Set(['40']) };
    expect(reasonOf(linkedAt(3), world)).toBe('software_defect');
    expect(reasonOf(linkedAt(5), world)).toBe('rebuilt');
    expect(reasonOf(linkedAt(3))).toBe('rebuilt');
  });

  it('R6: finds the hand-back without a technical reply, and who had handed the ticket over', () => {
    const tale = {
      lineChanges: [
        { line: 'tech' as const, at: stamp(0).at, actorId: '510' },
        { line: 'sales' as const, at: stamp(3).at, actorId: '500' },
      ],
      shown: [shown(1, 'debited'), shown(4, 'refunded')],
    };
    const [problem] = tellProblems([buildTale(tale)], buildToldWorld());
    expect(problem?.facts[1]).toMatchObject({ reason: 'wrong_line', handedOverBy: '510' });
    expect(reasonOf({ ...tale, agentReplies: [{ at: stamp(2).at }] })).toBe('rebuilt');
  });

  it('tells a debit that an agent asked for from one of the rules', () => {
    const debit = { kind: 'debit' } as const;
    const tale = { asked: [asked(1, debit)], shown: [shown(2, 'debited', debit)] };
    expect(tellOne(tale)?.facts).toEqual(['debit 0 of 1001 by 500']);
    expect(tellOne({ ...tale, asked: [] })?.facts).toEqual(['debit 0 of 1001']);
  });
});

describe('whose credits', () => {
  const given = (minute: number, requesterId: string) => ({ ...stamp(minute), requesterId });
  const toCarl = [given(0, '900'), given(2, '950')];

  it('R4: a ticket given to another client is told as returned and charged again, whatever of it was shown', () => {
    const changed = ['debit 0 of 1001', 'refund 0 of 1001 requester_changed', 'debit 1 of 2002'];
    const tale = { requesterId: '950', requesterChanges: toCarl };
    const whole = [shown(1, 'debited'), shown(3, 'refunded'), shown(4, 'debited')];
    expect(tellOne({ ...tale, shown: whole })?.facts).toEqual(changed);
    expect(tellOne({ ...tale, shown: [shown(1, 'debited')] })?.facts).toEqual(changed);
    expect(tellOne({ ...tale, shown: [shown(1, 'debited'), shown(3, 'held')] })?.facts).toEqual(
      changed.slice(0, 2),
    );
  });

  it('R4: what is returned after a ticket was given to another client was charged to them, where it came later', () => {
    const left = { line: 'sales' as const, actorId: '500' };
    const begun = { line: 'tech' as const, at: stamp(0).at, actorId: '500' };
    const tale = {
      requesterId: '950',
      requesterChanges: toCarl,
      shown: [shown(1, 'debited'), shown(5, 'refunded')],
    };
    const toSales = { ...tale, lineChanges: [begun, { ...left, at: stamp(4).at }] };
    expect(tellOne(toSales)?.facts).toEqual([
      'debit 0 of 1001',
      'refund 0 of 1001 requester_changed',
      'debit 1 of 2002',
      'refund 1 of 2002 wrong_line',
    ]);
    const linked = { ...tale, problemLinks: [{ ...stamp(4), problemTicketId: '90' }] };
    expect(tellOne(linked, { defectIds: new Set(['90']) })?.facts.slice(2)).toEqual([
      'debit 1 of 2002',
      'refund 1 of 2002 software_defect',
    ]);
  });

  it('R4: a ticket that had left technical support before it was given away was charged to nobody else', () => {
    const lineChanges = [
      { line: 'tech' as const, at: stamp(0).at, actorId: '500' },
      { line: 'sales' as const, at: stamp(2).at, actorId: '500' },
    ];
    const tale = { requesterId: '950', requesterChanges: [given(0, '900'), given(3, '950')], lineChanges };
    expect(tellOne({ ...tale, shown: [shown(1, 'debited'), shown(4, 'refunded')] })?.facts).toEqual([
      'debit 0 of 1001',
      'refund 0 of 1001 requester_changed',
    ]);
  });

  it('R4: a colleague of the same account changes nothing', () => {
    const tale = { requesterId: '901', requesterChanges: [given(0, '900'), given(2, '901')] };
    expect(tellOne({ ...tale, shown: [shown(1, 'debited')] })?.facts).toEqual(['debit 0 of 1001']);
  });

  it('takes the requester of now where billing does not know the one of then any more', () => {
    const tale = { requesterId: '950', requesterChanges: [given(0, '999'), given(2, '950')] };
    expect(tellOne({ ...tale, shown: [shown(1, 'debited')] })?.facts).toEqual(['debit 0 of 2002']);
  });
});

describe('R4: a ticket and its follow-ups', () => {
  const source = buildTale({ shown: [shown(1, 'debited')], closedAt: stamp(5).at });
  const followUp = (tale: Partial<TicketTale> = {}) =>
    buildTale({ id: '8', followUpOf: '7', createdAt: stamp(6).at, ...tale });

  it('one in time says the charge of the ticket before it', () => {
    expect(tell([source, followUp({ shown: [shown(7, 'debited')] })])).toEqual([
      { problemId: 'zt_7', facts: ['debit 0 of 1001'] },
    ]);
  });

  it('a return on one of them is one return', () => {
    const returned = {
      asked: [asked(7, HOTFIX)],
      shown: [shown(7, 'debited'), shown(8, 'refunded', HOTFIX)],
    };
    const again = { ...source, shown: [...source.shown, shown(9, 'refunded')] };
    expect(tell([again, followUp(returned)])[0]?.facts).toEqual([
      'debit 0 of 1001',
      'refund 0 of 1001 hotfix by 500',
    ]);
  });

  it('one that comes late, or of another client, is a problem of its own', () => {
    const late = { createdAt: '2026-12-30T10:00:00Z', shown: [shown(7, 'debited')] };
    expect(tell([source, followUp(late)]).map(({ problemId }) => problemId)).toEqual(['zt_7', 'zt_8']);
    const other = { requesterId: '950', shown: [shown(7, 'debited')] };
    expect(tell([source, followUp(other)])[1]).toEqual({ problemId: 'zt_8', facts: ['debit 0 of 2002'] });
  });

  it('one that an agent calls a new problem is charged anew, though it says debited throughout', () => {
    const called = { asked: [asked(8, { kind: 'new_problem' })], shown: [shown(7, 'debited')] };
    expect(tell([source, followUp(called)])[1]).toEqual({ problemId: 'zt_8', facts: ['debit 0 of 1001'] });
    const held = { ...called, shown: [shown(7, 'debited'), shown(9, 'held')] };
    expect(tell([source, followUp(held)])).toHaveLength(1);
  });
});

describe('any history', () => {
  const action = fc.constantFrom(
    { kind: 'debit' as const },
    { kind: 'new_problem' as const },
    { kind: 'approve' as const },
    ...AGENT_REFUND_REASONS.map((reason) => ({ kind: 'refund' as const, reason })),
  );
  const at = fc.nat({ max: 59 });
  const tale = fc.record({
    requesterId: fc.constantFrom('900', '901', '950', '999'),
    shown: fc.array(fc.tuple(at, fc.constantFrom(...CREDIT_STATES), fc.option(action, { nil: undefined }))),
    asked: fc.array(fc.tuple(at, action)),
    requesterChanges: fc.array(fc.tuple(at, fc.constantFrom('900', '950', '999'))),
  });
  const inOrder = <Each extends { at: string }>(list: Each[]) =>
    list.sort((one, two) => (one.at < two.at ? -1 : 1));

  /** Charges and returns of a problem in turn, numbered without gaps, each return of the account that was charged. */
  function expectInTurn({ facts }: ToldProblem): void {
    let charges = 0;
    facts.forEach((fact, index) => {
      const before = facts[index - 1];
      if (fact.kind === 'refund') {
        expect(before).toMatchObject({ kind: 'debit', n: fact.n, billingAccountId: fact.billingAccountId });
      } else {
        expect([undefined, 'refund']).toContain(before?.kind);
        expect(fact.n).toBe(charges);
        charges += 1;
      }
      expect(fact.billingAccountId).not.toBe('');
    });
  }

  it('tells charges and returns in turn, whatever stands in the audits', () => {
    fc.assert(
      fc.property(fc.array(tale, { minLength: 1, maxLength: 3 }), (drawn) => {
        const tales = drawn.map((each, index) =>
          buildTale({
            id: String(7 + index),
            followUpOf: index === 0 ? undefined : String(6 + index),
            requesterId: each.requesterId,
            shown: inOrder(each.shown.map(([minute, state, taken]) => shown(minute, state, taken))),
            asked: inOrder(each.asked.map(([minute, what]) => asked(minute, what))),
            requesterChanges: inOrder(
              each.requesterChanges.map(([minute, requesterId]) => ({ ...stamp(minute), requesterId })),
            ),
          }),
        );
        const policy = { ...DEFAULT_POLICY, followUpFreeDays: 30 };
        tellProblems(tales, buildToldWorld({ policy })).forEach(expectInTurn);
      }),
      { numRuns: 500 },
    );
  });
});
