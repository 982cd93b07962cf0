import { decideOutcome } from '../../../../src/app/features/ticket-charge/decideOutcome';
import { buildView } from '../../buildView';

const answeredAt = '2026-11-22T14:10:01.000Z';
const before = buildView().ticket;

describe('decideOutcome', () => {
  it('waits while nothing has changed', () => {
    expect(decideOutcome({ kind: 'debit' }, before, before)).toBeUndefined();
  });

  it('takes the answer to this action', () => {
    const done = { action: 'refund_hotfix', outcome: 'done', refusal: null, answeredAt } as const;
    const action = { kind: 'refund', reason: 'hotfix' } as const;
    expect(decideOutcome(action, before, { ...before, answer: done })).toEqual({ kind: 'done' });
    const refused = { ...done, outcome: 'refused', refusal: 'reason_switched_off' } as const;
    expect(decideOutcome(action, before, { ...before, answer: refused })).toEqual({
      kind: 'refused',
      refusal: 'reason_switched_off',
    });
  });

  it('leaves alone the answer to what someone else asked', () => {
    const answer = { action: 'waive', outcome: 'done', refusal: null, answeredAt } as const;
    expect(decideOutcome({ kind: 'recheck' }, before, { ...before, answer })).toBeUndefined();
  });

  it('counts reaching the state that was asked for, and no other state', () => {
    const refund = { kind: 'refund', reason: 'goodwill' } as const;
    expect(decideOutcome(refund, before, { ...before, creditState: 'refunded' })).toEqual({ kind: 'done' });
    expect(decideOutcome(refund, before, { ...before, creditState: 'pending' })).toBeUndefined();
    expect(decideOutcome({ kind: 'recheck' }, before, { ...before, creditState: 'pending' })).toEqual({
      kind: 'done',
    });
  });

  it.each([
    ['hand_over', 'sales', 'tech'],
    ['hand_back', 'tech', 'sales'],
  ] as const)('ends %s when the line was decided on, with its charge', (kind, from, to) => {
    const asked = { ...before, line: from };
    expect(decideOutcome({ kind }, asked, asked)).toBeUndefined();
    expect(decideOutcome({ kind }, asked, { ...asked, line: to, creditState: null })).toBeUndefined();
    expect(decideOutcome({ kind }, asked, { ...asked, line: to })).toEqual({ kind: 'done' });
  });
});
