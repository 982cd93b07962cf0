import { decideActions } from '../../../../src/app/features/ticket-charge/decideActions';
import { buildRefundRules, buildView } from '../../buildView';

const NOTHING = {
  refundReasons: [],
  canDebit: false,
  canWaive: false,
  canRecheck: false,
  canApprove: false,
  canBeNewProblem: false,
};

describe('decideActions', () => {
  it('offers the reasons of the policy on a debited ticket, our defect first', () => {
    const offered = decideActions(buildView());
    expect(offered).toEqual({ ...NOTHING, refundReasons: ['software_defect', 'hotfix', 'goodwill'] });
  });

  it('keeps the order of the policy when a defect is no reason', () => {
    const offered = decideActions(buildView({ refundRules: buildRefundRules(['goodwill', 'hotfix']) }));
    expect(offered.refundReasons).toEqual(['goodwill', 'hotfix']);
  });

  it.each(['held', 'refunded', 'free'] as const)(
    'offers to debit a %s ticket of technical support',
    (state) => {
      expect(decideActions(buildView({ ticket: { creditState: state } })).canDebit).toBe(true);
    },
  );

  it('offers no debit without credits, or outside technical support', () => {
    const ticket = { creditState: 'free' } as const;
    const balance = buildView().balance!;
    expect(decideActions(buildView({ ticket, balance: { ...balance, availableCredits: 0 } })).canDebit).toBe(
      false,
    );
    expect(decideActions(buildView({ ticket, balance: null })).canDebit).toBe(false);
    expect(decideActions(buildView({ ticket: { ...ticket, line: 'sales' } })).canDebit).toBe(false);
  });

  it('offers no debit where a link is wanted first', () => {
    const ticket = { creditState: 'held', reason: 'link_required' } as const;
    expect(decideActions(buildView({ ticket }))).toMatchObject({ canDebit: false, canWaive: true });
  });

  it('does not offer to waive for somebody who is no client: there is no ledger to write it into', () => {
    const identity = { kind: 'refused', reason: 'unknown_client' } as const;
    const ticket = { creditState: 'held', reason: 'unknown_client' } as const;
    expect(decideActions(buildView({ ticket, identity }))).toMatchObject({
      canWaive: false,
      canRecheck: true,
    });
  });

  it('offers to waive and to check again only while the ticket is held', () => {
    const held = decideActions(buildView({ ticket: { creditState: 'held', reason: 'no_credits' } }));
    expect(held).toMatchObject({ canWaive: true, canRecheck: true, refundReasons: [] });
    for (const creditState of ['waived', 'pending', null] as const) {
      expect(decideActions(buildView({ ticket: { creditState } }))).toEqual(NOTHING);
    }
  });

  it('offers to approve a refund that waits for it, as long as the debit stands', () => {
    const answer = {
      action: 'refund_hotfix',
      outcome: 'awaiting_approval',
      refusal: null,
      answeredAt: '2026-11-22T14:10:01.000Z',
    } as const;
    expect(decideActions(buildView({ ticket: { answer } })).canApprove).toBe(true);
    const refunded = { answer, creditState: 'refunded', reason: 'hotfix' } as const;
    expect(decideActions(buildView({ ticket: refunded })).canApprove).toBe(false);
    expect(decideActions(buildView({ ticket: { answer: { ...answer, outcome: 'done' } } })).canApprove).toBe(
      false,
    );
  });

  it('R4: offers to call only a follow-up a new problem', () => {
    expect(decideActions(buildView({ ticket: { continues: '12' } })).canBeNewProblem).toBe(true);
    expect(decideActions(buildView()).canBeNewProblem).toBe(false);
  });
});
