import type { TicketState } from './ticketDecision';

/**
 * R12: the status that a ticket gets together with `state`: it waits for the client (`pending`) from the moment it is held
 * for want of credits, and for the helpdesk again (`open`) when it no longer is. Undefined: the status stays. `shown` is
 * what the ticket was last made to say. Each happens once: what people set the status to afterwards is theirs.
 */
export function decideStatus(
  status: string,
  shown: TicketState | undefined,
  state: TicketState,
): 'pending' | 'open' | undefined {
  const wasHeld = shown !== undefined && isHeldForCredits(shown);
  const isHeld = isHeldForCredits(state);
  if (isHeld && !wasHeld && (status === 'new' || status === 'open')) return 'pending';
  if (wasHeld && !isHeld && status === 'pending') return 'open';
  return undefined;
}

function isHeldForCredits({ creditState, reason }: TicketState): boolean {
  return creditState === 'held' && reason === 'no_credits';
}
