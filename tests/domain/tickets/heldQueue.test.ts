import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import { buildCommand, buildDecision, buildLedgerView, buildReading } from '../builders';

const UNAVAILABLE = {
  kind: 'unavailable',
  code: 'billing_unreachable',
  retry: true,
  known: undefined,
} as const;

/** A look at a ticket of a client with `credits`, while `older` of `others` tickets have been held for longer. */
function look(
  held: { credits: number; older: number; others?: number; overdraftCredits?: number },
  rest: Partial<Parameters<typeof buildDecision>[0]> = {},
) {
  const { credits, older, others = older, overdraftCredits = 0 } = held;
  const ledger = buildLedgerView(credits, { olderHeldTickets: older, otherHeldTickets: others });
  return decideTicket(buildDecision({ ledger, policy: { overdraftCredits }, ...rest }), false);
}

describe('R12: the queue of tickets held for want of credits', () => {
  it.each([
    { credits: 1, older: 0, state: 'debited' },
    { credits: 1, older: 1, state: 'held' },
    { credits: 2, older: 1, state: 'debited' },
    { credits: 2, older: 2, state: 'held' },
    { credits: 0, older: 1, overdraftCredits: 1, state: 'held' },
    { credits: 0, older: 1, overdraftCredits: 2, state: 'debited' },
  ])('with $credits credits, an overdraft and $older older ones the ticket is $state', (each) => {
    expect(look(each).state.creditState).toBe(each.state);
  });

  it('lets an agent charge a ticket out of turn', () => {
    const command = buildCommand({ kind: 'debit' });
    expect(look({ credits: 1, older: 3 }, { command }).state.creditState).toBe('debited');
  });

  it('serves a partner without a turn', () => {
    const reading = buildReading({ partnerLevel: 'Gold' });
    expect(look({ credits: 1, older: 3 }, { reading }).state.creditState).toBe('waived');
  });

  it.each([
    { credits: 1, older: 1, others: 1, settlesNext: true },
    { credits: 2, older: 0, others: 1, settlesNext: true },
    { credits: 1, older: 0, others: 1, settlesNext: undefined },
    { credits: 2, older: 0, others: 0, settlesNext: undefined },
    { credits: 0, older: 1, others: 1, settlesNext: undefined },
  ])('asks for the next look only when credits are left and others wait: %j', (each) => {
    expect(look(each).settlesNext).toBe(each.settlesNext);
  });

  it('asks for no other look when billing cannot be asked and nothing moved', () => {
    expect(look({ credits: 3, older: 1 }, { reading: UNAVAILABLE }).settlesNext).toBeUndefined();
  });
});

describe('R13: a ticket that was decided before', () => {
  const previous = { requesterId: '900', state: { creditState: 'held', reason: 'no_credits' } } as const;
  const lookAfter = (before: typeof previous | { requesterId: string; state: typeof previous.state }) =>
    decideTicket(
      buildDecision({ reading: UNAVAILABLE, ledger: buildLedgerView(0, { previous: before }) }),
      false,
    ).state;

  it('stays held for its reason while billing cannot be asked', () => {
    expect(lookAfter(previous)).toEqual(previous.state);
  });

  it('becomes pending when it was held for somebody else', () => {
    expect(lookAfter({ ...previous, requesterId: '901' }).creditState).toBe('pending');
  });
});
