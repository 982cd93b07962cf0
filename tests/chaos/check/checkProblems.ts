import type { Finding } from './finding';
import { isOpen } from './checkTickets';
import type { Outcome } from './outcome';
import { findProblem } from './relations';

/** R4: an open ticket belongs to the problem that Zendesk shows, its own or that of the ticket it follows up. */
export function checkProblems(outcome: Outcome): Finding[] {
  return [...outcome.tickets.values()].flatMap((ticket): Finding[] => {
    const state = outcome.states.get(ticket.id);
    if (state === undefined || !isOpen(ticket)) return [];
    const expected = findProblem(outcome, ticket);
    if (expected === undefined || expected === state.problemId) return [];
    return [
      { rule: 'a follow-up belongs to its problem', ticketId: ticket.id, expected, found: state.problemId },
    ];
  });
}
