import { decideTicket } from './decideTicket';
import type { DecisionFacts } from './decisionInput';
import type { TicketFacts } from './ticketFacts';
import type { TicketState } from './ticketDecision';

/** What is known of a ticket before anybody hands it over. */
export type HandOverFacts = Omit<DecisionFacts, 'ticket'> & {
  ticket: Pick<TicketFacts, 'id' | 'requesterId' | 'problemId'>;
};

/** What the ticket would be if it came to technical support now (R1, R3): told to an agent before, and decided again then. */
export function decideHandOver({ ticket, ...facts }: HandOverFacts): TicketState {
  const handedOver: TicketFacts = {
    ...ticket,
    line: 'tech',
    isFollowUp: false,
    standing: 'open',
    wasAnsweredByTech: undefined,
    handedOverBy: undefined,
    mergedInto: undefined,
    defectTicketId: undefined,
    command: undefined,
  };
  return decideTicket({ ...facts, ticket: handedOver }, false).state;
}
