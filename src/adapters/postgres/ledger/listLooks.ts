import type { State } from './readState';
import { changesCharge, isCharged } from './problemState';
import type { DecidedTicket } from './storeTicketStates';

/**
 * Tickets to be looked at after `decided`, with `state` as it is after them: those that asked for another look; the other
 * tickets of a problem whose charge changed; and tickets that are still debited though the ticket that they were merged
 * into has a charge of its own (R4), also when that stood before: whichever of the two is looked at last finds the other.
 */
export function listLooks(state: State, decided: readonly DecidedTicket[]): string[] {
  return decided.flatMap(({ input: { ticket }, decision }) => {
    const { problemId } = ticket;
    const problem = state.problems.get(problemId);
    const related = state.related.filter((each) => each.problemId === problemId);
    const siblings = changesCharge(decision.entries) ? related.filter((each) => !each.isMerged) : [];
    const merged =
      problem !== undefined && isCharged(problem)
        ? [...related.filter((each) => each.isMerged), ...listMergedBeside(decided, problemId)]
        : [];
    const others = [...siblings, ...merged].map((each) => each.ticketId).filter((id) => id !== ticket.id);
    return decision.asksAgain ? [ticket.id, ...others] : others;
  });
}

/** Tickets decided in the same transaction that are not known yet as merged into a ticket of this problem. */
function listMergedBeside(decided: readonly DecidedTicket[], problemId: string): { ticketId: string }[] {
  return decided
    .filter(
      ({ input: { ticket }, decision }) =>
        decision.state.creditState === 'debited' &&
        ticket.problemId !== problemId &&
        ticket.mergedInto?.problemId === problemId,
    )
    .map(({ input }) => ({ ticketId: input.ticket.id }));
}
