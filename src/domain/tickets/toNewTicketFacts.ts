import type { TicketFacts } from './ticketFacts';

/** An open ticket of which nothing is known but these: no history, no relations, and nobody asks for anything. */
export function toNewTicketFacts(
  ticket: Pick<TicketFacts, 'id' | 'requesterId' | 'problemId' | 'line'>,
): TicketFacts {
  return {
    ...ticket,
    isFollowUp: false,
    standing: 'open',
    wasAnsweredByTech: undefined,
    handedOverBy: undefined,
    mergedInto: undefined,
    defectTicketId: undefined,
    command: undefined,
  };
}
