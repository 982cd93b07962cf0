import type { CreditsView } from '../../../../src/contract/creditsView';
import { decideActions, isOffered } from '../../../../src/app/features/ticket-charge/decideActions';
import { UNKNOWN_AGENT } from '../../../../src/app/zaf/readAgent';
import type { Agent } from '../../../../src/app/zaf/readAgent';
import { buildRefundRules, buildView } from '../../buildView';

const AGENT: Agent = { id: '7', role: 'agent', groupIds: ['70'] };

const decide = (view: CreditsView, agent = AGENT) => decideActions(view, { agent, canChangeLine: true });

const NOTHING = {
  canHandOver: false,
  canHandBack: true,
  refunds: [],
  canDebit: false,
  canWaive: false,
  canRecheck: false,
  approval: undefined,
  canBeNewProblem: false,
};

describe('decideActions', () => {
  it('offers the reasons of the policy on a debited ticket, our defect first', () => {
    const offered = decide(buildView());
    expect(offered).toEqual({ ...NOTHING, refunds: expect.any(Array) });
    expect(offered.refunds.map(({ reason }) => reason)).toEqual(['software_defect', 'hotfix', 'goodwill']);
    expect(offered.refunds.map(({ barrier }) => barrier)).toEqual([undefined, undefined, undefined]);
  });

  it('keeps the order of the policy when a defect is no reason', () => {
    const { refunds } = decide(buildView({ refundRules: buildRefundRules(['goodwill', 'hotfix']) }));
    expect(refunds.map(({ reason }) => reason)).toEqual(['goodwill', 'hotfix']);
  });

  it('says what keeps this agent from a reason, and lists it last', () => {
    const [defect, hotfix, goodwill, ...rest] = buildRefundRules([
      'software_defect',
      'hotfix',
      'goodwill',
      'out_of_scope',
      'self_solved',
    ]);
    const refundRules = [
      { ...defect!, roles: ['admin' as const] },
      { ...hotfix!, isAllowed: false },
      { ...goodwill!, roles: [], groupIds: ['71'] },
      { ...rest[0]!, roles: [], groupIds: ['70'] },
      rest[1]!,
    ];
    const view = buildView({ refundRules });
    const toPairs = (agent?: Agent) =>
      decide(view, agent).refunds.map(({ reason, barrier }) => [reason, barrier]);
    expect(toPairs()).toEqual([
      ['out_of_scope', undefined],
      ['self_solved', undefined],
      ['software_defect', 'role'],
      ['hotfix', 'switched_off'],
      ['goodwill', 'group'],
    ]);
    expect(toPairs(UNKNOWN_AGENT).filter(([, barrier]) => barrier !== undefined)).toEqual([
      ['hotfix', 'switched_off'],
    ]);
  });

  it('R6: offers to hand over what technical support does not have, and back what it has', () => {
    for (const line of ['sales', null] as const) {
      const offered = decide(buildView({ ticket: { line, creditState: 'free', reason: 'client_care' } }));
      expect(offered).toMatchObject({ canHandOver: true, canHandBack: false });
    }
    const asker = { agent: AGENT, canChangeLine: false };
    expect(decideActions(buildView(), asker)).toMatchObject({ canHandOver: false, canHandBack: false });
  });

  it.each(['held', 'refunded', 'free'] as const)(
    'offers to debit a %s ticket of technical support',
    (state) => {
      expect(decide(buildView({ ticket: { creditState: state } })).canDebit).toBe(true);
    },
  );

  it('offers no debit without credits, or outside technical support', () => {
    const ticket = { creditState: 'free' } as const;
    const balance = buildView().balance!;
    expect(decide(buildView({ ticket, balance: { ...balance, availableCredits: 0 } })).canDebit).toBe(false);
    expect(decide(buildView({ ticket, balance: null })).canDebit).toBe(false);
    expect(decide(buildView({ ticket: { ...ticket, line: 'sales' } })).canDebit).toBe(false);
  });

  it('offers no debit where a link is wanted first', () => {
    const ticket = { creditState: 'held', reason: 'link_required' } as const;
    expect(decide(buildView({ ticket }))).toMatchObject({ canDebit: false, canWaive: true });
  });

  it('does not offer to waive for somebody who is no client: there is no ledger to write it into', () => {
    const identity = { kind: 'refused', reason: 'unknown_client' } as const;
    const ticket = { creditState: 'held', reason: 'unknown_client' } as const;
    expect(decide(buildView({ ticket, identity }))).toMatchObject({
      canWaive: false,
      canRecheck: true,
    });
  });

  it('offers to waive and to check again only while the ticket is held', () => {
    const held = decide(buildView({ ticket: { creditState: 'held', reason: 'no_credits' } }));
    expect(held).toMatchObject({ canWaive: true, canRecheck: true, refunds: [] });
    expect(decide(buildView({ ticket: { creditState: 'pending' } })).canRecheck).toBe(true);
    for (const creditState of ['waived', null] as const) {
      expect(decide(buildView({ ticket: { creditState } }))).toEqual(NOTHING);
    }
  });

  it('offers to approve a return that somebody else asked for', () => {
    const approval = { reason: 'hotfix', askedBy: '500', askedAt: '2026-11-22T14:10:01.000Z' } as const;
    expect(decide(buildView({ ticket: { approval } })).approval).toEqual({ isOwn: false });
    const own = { ...approval, askedBy: '7' };
    expect(decide(buildView({ ticket: { approval: own } })).approval).toEqual({ isOwn: true });
    expect(decide(buildView()).approval).toBeUndefined();
  });

  it('tells when an asking makes no sense any more', () => {
    const refund = { kind: 'refund', reason: 'hotfix' } as const;
    expect(isOffered(refund, decide(buildView()))).toBe(true);
    expect(isOffered(refund, decide(buildView({ ticket: { creditState: 'refunded' } })))).toBe(false);
    expect(isOffered({ kind: 'hand_over' }, decide(buildView()))).toBe(false);
    expect(isOffered({ kind: 'hand_back' }, decide(buildView()))).toBe(true);
  });

  it('R4: offers to call only a follow-up a new problem', () => {
    expect(decide(buildView({ ticket: { continues: '12' } })).canBeNewProblem).toBe(true);
    expect(decide(buildView()).canBeNewProblem).toBe(false);
  });
});
