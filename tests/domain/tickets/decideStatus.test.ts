import { decideStatus } from '../../../src/domain/tickets/decideStatus';
import type { TicketState } from '../../../src/domain/tickets/ticketDecision';

const HELD: TicketState = { creditState: 'held', reason: 'no_credits' };
const UNKNOWN: TicketState = { creditState: 'held', reason: 'unknown_client' };
const DEBITED: TicketState = { creditState: 'debited', reason: 'charged' };

describe('decideStatus (R12)', () => {
  it.each([
    ['a new ticket that becomes held waits for the client', 'new', undefined, HELD, 'pending'],
    ['an open one too', 'open', DEBITED, HELD, 'pending'],
    ['and one that was held for something that the helpdesk has to mend', 'open', UNKNOWN, HELD, 'pending'],
    [
      'a ticket held for something that the helpdesk has to mend stays with it',
      'open',
      undefined,
      UNKNOWN,
      undefined,
    ],
    ['a solved ticket stays solved', 'solved', undefined, HELD, undefined],
    ['a ticket on hold stays on hold', 'hold', undefined, HELD, undefined],
    ['who answers a held ticket finds it open, and it stays so', 'open', HELD, HELD, undefined],
    ['credits that came open the ticket again', 'pending', HELD, DEBITED, 'open'],
    ['also where only the reason changed', 'pending', HELD, UNKNOWN, 'open'],
    ['a ticket that people took up meanwhile is left alone', 'hold', HELD, DEBITED, undefined],
    [
      'a ticket that waits for the client for another reason is left alone',
      'pending',
      UNKNOWN,
      DEBITED,
      undefined,
    ],
  ] as const)('%s', (_fact, status, shown, state, expected) => {
    expect(decideStatus(status, shown, state)).toBe(expected);
  });
});
