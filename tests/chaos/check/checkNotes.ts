import type { Finding } from './finding';
import type { Outcome, SeenTicket } from './outcome';

const PREFIX = 'Support credits:';

/**
 * A private note is not repeated: the same words twice in a row only when somebody asked in between. A note that only
 * gives another reason for the same state is the one that a lost answer may repeat (bringTicketInLine).
 */
export function checkNotes(outcome: Outcome): Finding[] {
  return [...outcome.tickets.values()].flatMap((ticket): Finding[] => {
    const repeated = findRepeated(ticket, outcome.fields.action);
    if (repeated === undefined) return [];
    return [
      {
        rule: 'a private note is not repeated',
        ticketId: ticket.id,
        expected: 'once',
        found: `twice: ${repeated}`,
      },
    ];
  });
}

function findRepeated({ audits }: SeenTicket, action: number): string | undefined {
  let last: string | undefined;
  for (const { events } of audits) {
    const isAsking = events.some(({ fieldName, value }) => fieldName === String(action) && Boolean(value));
    if (isAsking) last = undefined;
    for (const { type, isPublic, body } of events) {
      if (type !== 'Comment' || isPublic !== false || !body?.startsWith(PREFIX)) continue;
      if (body === last) return body;
      last = body;
    }
  }
  return undefined;
}
