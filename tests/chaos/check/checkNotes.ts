import type { Finding } from './finding';
import type { Outcome, SeenTicket } from './outcome';

const PREFIX = 'Support credits:';

/**
 * A private note is not repeated: the same words twice in a row only when somebody asked in between, or when they come with a
 * change of the field «Credit», which may have said something else meanwhile without a note.
 */
export function checkNotes(outcome: Outcome): Finding[] {
  return [...outcome.tickets.values()].flatMap((ticket): Finding[] => {
    const repeated = findRepeated(ticket, outcome.fields);
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

function findRepeated({ audits }: SeenTicket, { action, credit }: Outcome['fields']): string | undefined {
  let last: string | undefined;
  for (const { events } of audits) {
    const isAsking = events.some(({ fieldName, value }) => fieldName === String(action) && Boolean(value));
    const isChange = events.some(({ fieldName }) => fieldName === String(credit));
    if (isAsking || isChange) last = undefined;
    for (const { type, isPublic, body } of events) {
      if (type !== 'Comment' || isPublic !== false || !body?.startsWith(PREFIX)) continue;
      if (body === last) return body;
      last = body;
    }
  }
  return undefined;
}
