import type { TicketState } from '../../../src/domain/tickets/ticketDecision';
import type { DeskTicket } from '../../../src/use-cases/ports/desk';
import type { StoredTicket } from '../../../src/use-cases/ports/storedTicket';
import { decideUpdate } from '../../../src/use-cases/ticket-updates/decideUpdate';

const noteTexts = { renderNote: () => 'note' };
const TICKET: DeskTicket = {
  id: '7',
  requesterId: '900',
  line: 'tech',
  creditState: undefined,
  action: undefined,
  status: 'open',
  createdAt: '2026-11-22T09:00:00Z',
  updatedAt: '2026-11-22T10:00:00Z',
  type: undefined,
  problemTicketId: undefined,
  isDefect: false,
  followUpOf: undefined,
  followUpIds: [],
  isMerged: false,
  topic: undefined,
  product: undefined,
};
const storedWith = (state: TicketState, changes: Partial<StoredTicket> = {}): StoredTicket => ({
  ticketId: '7',
  requesterId: '900',
  identity: { kind: 'client', grade: 'verified_email', billingAccountId: '1001' },
  problemId: '7',
  isProblemCharged: true,
  mergedInto: undefined,
  defectTicketId: undefined,
  line: 'tech',
  state,
  shown: undefined,
  shownAt: undefined,
  stateSince: '2026-11-22T10:00:00Z',
  balanceCredits: 3,
  answer: undefined,
  rounds: undefined,
  lowBalance: undefined,
  ...changes,
});

describe('the credits left', () => {
  it.each<[TicketState['creditState'], TicketState['reason'], number | null]>([
    ['debited', 'charged', 3],
    ['refunded', 'software_defect', 3],
    ['waived', 'agent', 3],
    ['held', 'no_credits', 3],
    // No number is for these to read, and one that stands there from before has to go.
    ['waived', 'partner', null],
    ['held', 'link_required', null],
    ['held', 'unverified_email', null],
    ['pending', 'billing_unavailable', null],
    ['free', 'client_care', null],
  ])('of a ticket that becomes %s for %s', (creditState, reason, creditsLeft) => {
    const update = decideUpdate(noteTexts, TICKET, storedWith({ creditState, reason }));
    expect(update).toMatchObject({ creditState, creditsLeft });
  });

  it('are none while the balance is not known, and may be fewer than none', () => {
    const state: TicketState = { creditState: 'debited', reason: 'charged' };
    const leftOf = (balanceCredits: number | undefined) =>
      decideUpdate(noteTexts, TICKET, storedWith(state, { balanceCredits }))?.creditsLeft;
    expect([undefined, 0, -1].map(leftOf)).toEqual([null, 0, -1]);
  });

  it('follow the private note, where the state stays and its reason is another one', () => {
    const stored = storedWith(
      { creditState: 'refunded', reason: 'software_defect' },
      { shown: { creditState: 'refunded', reason: 'goodwill' } },
    );
    const update = decideUpdate(noteTexts, { ...TICKET, creditState: 'refunded' }, stored);
    expect(update).toEqual({
      ticketId: '7',
      expectedUpdatedAt: TICKET.updatedAt,
      creditsLeft: 3,
      privateNote: 'note',
    });
  });

  it('are not written again where only an asking is taken out of its field', () => {
    const state: TicketState = { creditState: 'debited', reason: 'charged' };
    const stored = storedWith(state, { shown: state });
    const update = decideUpdate(noteTexts, { ...TICKET, creditState: 'debited' }, stored, {
      said: undefined,
    });
    expect(update).toEqual({ ticketId: '7', expectedUpdatedAt: TICKET.updatedAt, clearAction: true });
  });
});
