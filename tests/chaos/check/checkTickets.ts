import type { Finding } from './finding';
import type { Outcome, SeenState, SeenTicket } from './outcome';

const CREDIT_TAG = /^credit_(free|debited|waived|held|pending|refunded)$/;
const EXPLAINED = ['debited', 'waived', 'held', 'refunded'];

/**
 * The ticket in Zendesk says what the ledger says: one state, and no asking that stands unanswered. A closed ticket cannot
 * be written any more, so what it said when it was closed may stay.
 */
export function checkTicketFields({ tickets, states }: Outcome): Finding[] {
  const rule = 'ticket fields agree with the ledger';
  return [...tickets.values()].flatMap((ticket): Finding[] => {
    if (!isOpen(ticket)) return [];
    const expected = states.get(ticket.id)?.creditState;
    const shown = readShown(ticket);
    const found: Finding[] = [];
    if (expected === undefined) {
      return [{ rule, ticketId: ticket.id, expected: 'a state in the ledger', found: 'none' }];
    }
    if (shown.length !== 1 || shown[0] !== expected) {
      found.push({ rule, ticketId: ticket.id, expected, found: shown.join(' and ') || 'no state' });
    }
    if (ticket.action !== undefined) {
      found.push({
        rule,
        ticketId: ticket.id,
        expected: 'an empty field «Credit action»',
        found: ticket.action,
      });
    }
    return found;
  });
}

/** R1 to R13: each open ticket of technical support is one of debited, waived, held, refunded; pending only while billing is away. */
export function checkExplained({ tickets, states }: Outcome): Finding[] {
  return [...tickets.values()]
    .filter((ticket) => isOpen(ticket) && ticket.line === 'tech')
    .filter(({ id }) => !EXPLAINED.includes(states.get(id)?.creditState ?? ''))
    .map(({ id }) => ({
      rule: 'every technical ticket is explained',
      ticketId: id,
      expected: EXPLAINED.join(', '),
      found: describe(states.get(id)),
    }));
}

/** The ledger remembers of each open ticket what Zendesk has: its line and requester. */
export function checkRemembered({ tickets, states }: Outcome): Finding[] {
  return [...tickets.values()].flatMap((ticket): Finding[] => {
    const state = states.get(ticket.id);
    if (!isOpen(ticket) || state === undefined) return [];
    const isRight = state.line === ticket.line && state.requesterId === ticket.requesterId;
    if (isRight) return [];
    return [
      {
        rule: 'no change of a ticket is missed',
        ticketId: ticket.id,
        expected: `line ${ticket.line} of requester ${ticket.requesterId}`,
        found: `line ${state.line} of requester ${state.requesterId}`,
      },
    ];
  });
}

export const isOpen = ({ isGone, status }: SeenTicket) => !isGone && status !== 'closed';

/** The states that stand in the ticket as tags. */
function readShown({ tags }: SeenTicket): string[] {
  return tags.flatMap((tag) => CREDIT_TAG.exec(tag)?.[1] ?? []);
}

function describe(state: SeenState | undefined): string {
  return state === undefined ? 'nothing' : `${state.creditState} (${state.reason})`;
}
