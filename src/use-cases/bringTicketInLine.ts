import type { Desk, DeskTicket, DeskTicketUpdate, Ledger, NoteTexts, StoredTicket } from './ports';
import { AdapterError } from './ports';

/** What bringing a ticket in line needs. */
export type BringTicketInLineDeps = { desk: Desk; ledger: Ledger; noteTexts: NoteTexts };

/** How it ended; `unknown`: nothing was ever decided for this ticket. */
export type BringTicketInLineOutcome = 'updated' | 'nothing_to_do' | 'closed' | 'gone' | 'unknown';

/** Two systems writing the same ticket at once: after this many rounds the job is tried again later. */
const MAX_ROUNDS = 3;

/**
 * Makes the ticket say what was last decided: the field «Credit» with a private note, and an answered command taken out
 * of its field. Reads the ticket first and updates it in one call that is refused when the ticket changed meanwhile, so
 * a lost answer never repeats a note. Fails with `AdapterError` when the helpdesk cannot be asked.
 */
export async function bringTicketInLine(
  deps: BringTicketInLineDeps,
  ticketId: string,
): Promise<BringTicketInLineOutcome> {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const stored = await deps.ledger.readStoredTicket(ticketId);
    if (stored === undefined) return 'unknown';
    const ticket = await deps.desk.readTicket(ticketId);
    if (ticket === undefined) return 'gone';
    if (ticket.status === 'closed') return 'closed';
    const update = await toUpdate(deps, ticket, stored);
    if (update === undefined) return 'nothing_to_do';
    const outcome = await deps.desk.updateTicket(update);
    if (outcome !== 'conflict') return outcome;
  }
  throw new AdapterError(`Ticket ${ticketId} kept changing while it was updated.`, {
    code: 'ticket_busy',
    retry: true,
  });
}

async function toUpdate(
  deps: BringTicketInLineDeps,
  ticket: DeskTicket,
  stored: StoredTicket,
): Promise<DeskTicketUpdate | undefined> {
  const isStateShown = ticket.creditState === stored.state.creditState;
  const answer = await findStandingAnswer(deps.desk, ticket, stored);
  if (isStateShown && answer === undefined) return undefined;
  const refusal =
    answer?.refusal === undefined ? undefined : { action: answer.action, refusal: answer.refusal };
  const state = isStateShown || stored.state.creditState === 'free' ? undefined : stored.state;
  const hasNote = state !== undefined || refusal !== undefined;
  return {
    ticketId: ticket.id,
    expectedUpdatedAt: ticket.updatedAt,
    ...(isStateShown ? {} : { creditState: stored.state.creditState }),
    ...(answer === undefined ? {} : { clearAction: true }),
    ...(hasNote
      ? { privateNote: deps.noteTexts.renderNote({ state, balanceCredits: stored.balanceCredits, refusal }) }
      : {}),
  };
}

/** The answer to the very asking that stands in the ticket now; a newer asking is left for the next look. */
async function findStandingAnswer(
  desk: Desk,
  ticket: DeskTicket,
  stored: StoredTicket,
): Promise<StoredTicket['answer']> {
  if (ticket.action === undefined || stored.answer === undefined) return undefined;
  const standing = await desk.readCommand(ticket.id);
  return standing?.id === stored.answer.commandId ? stored.answer : undefined;
}
