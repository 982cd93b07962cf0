import type { Finding } from './finding';
import { isOpen } from './checkTickets';
import type { Outcome } from './outcome';

/** The last asking on an open ticket was answered: carried out, refused in words, or left for somebody to approve. */
export function checkAnswers({ tickets, fields, answers }: Outcome): Finding[] {
  return [...tickets.values()].flatMap((ticket): Finding[] => {
    const asking = ticket.audits
      .filter(({ events }) =>
        events.some(({ fieldName, value }) => fieldName === String(fields.action) && Boolean(value)),
      )
      .at(-1);
    if (asking === undefined || !isOpen(ticket) || answers.has(asking.id)) return [];
    return [
      {
        rule: 'an asking is answered',
        ticketId: ticket.id,
        expected: `an answer to audit ${asking.id} of ${asking.at}`,
        found: 'none',
      },
    ];
  });
}
