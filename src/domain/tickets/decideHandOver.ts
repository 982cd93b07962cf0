import { decideTicket } from './decideTicket';
import type { DecisionFacts } from './decisionInput';
import type { TicketFacts } from './ticketFacts';
import type { TicketState } from './ticketDecision';
import { toNewTicketFacts } from './toNewTicketFacts';

/** What is known of a ticket before anybody hands it over. */
export type HandOverFacts = Omit<DecisionFacts, 'ticket'> & {
  ticket: Pick<TicketFacts, 'id' | 'requesterId' | 'problemId'>;
};

/** What the ticket would be if it came to technical support now (R1, R3): told to an agent before, and decided again then. */
export function decideHandOver({ ticket, ...facts }: HandOverFacts): TicketState {
  const handedOver = toNewTicketFacts({ ...ticket, line: 'tech' });
  return decideTicket({ ...facts, ticket: handedOver }, false).state;
}
