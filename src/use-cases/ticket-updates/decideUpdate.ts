import { decideStatus } from '../../domain/tickets/decideStatus';
import type { DeskTicket, DeskTicketUpdate } from '../ports/desk';
import type { NoteTexts, TicketNote } from '../ports/noteTexts';
import type { StoredTicket } from '../ports/storedTicket';

/** An asking that stands in the ticket and was answered; what the ticket is told of it, nothing where the state says it. */
export type StandingAnswer = {
  said: Pick<TicketNote, 'refusal' | 'awaiting' | 'locale'> | undefined;
};

/**
 * The one update that makes the ticket say what was decided: the field «Credit» with the credits that are left, a private note,
 * the status that goes with it, and an answered asking taken out of its field. Undefined: it says so already.
 */
export function decideUpdate(
  noteTexts: NoteTexts,
  ticket: DeskTicket,
  stored: StoredTicket,
  answer?: StandingAnswer,
): DeskTicketUpdate | undefined {
  const isFieldRight = ticket.creditState === stored.state.creditState;
  const isStateShown = isFieldRight && !hasNewReason(stored);
  if (isStateShown && answer === undefined) return undefined;
  const state = isStateShown || stored.state.creditState === 'free' ? undefined : stored.state;
  const note = { state, balanceCredits: stored.balanceCredits, ...answer?.said };
  const status = isStateShown ? undefined : decideStatus(ticket.status, stored.shown, stored.state);
  return {
    ticketId: ticket.id,
    expectedUpdatedAt: ticket.updatedAt,
    ...(isFieldRight ? {} : { creditState: stored.state.creditState }),
    ...(isStateShown ? {} : { creditsLeft: decideCreditsLeft(stored) }),
    ...(answer === undefined ? {} : { clearAction: true }),
    ...(status === undefined ? {} : { status }),
    ...(state !== undefined || answer?.said !== undefined ? { privateNote: noteTexts.renderNote(note) } : {}),
  };
}

/**
 * How many credits the client is told to have left; null where no number is for this client's eyes, which takes an earlier one
 * away: the ticket may have got another requester. A partner pays nothing, a pending charge is not settled, and who is held for
 * another reason than credits is not known well enough.
 */
function decideCreditsLeft({ state, balanceCredits }: StoredTicket): number | null {
  const isTold =
    state.creditState === 'debited' ||
    state.creditState === 'refunded' ||
    (state.creditState === 'waived' && state.reason !== 'partner') ||
    (state.creditState === 'held' && state.reason === 'no_credits');
  return isTold ? (balanceCredits ?? null) : null;
}

/**
 * Whether the ticket was made to say the same state for another reason. A state that stands in the ticket without being
 * remembered was written and the answer lost, with its note.
 */
function hasNewReason({ shown, state }: StoredTicket): boolean {
  return shown?.creditState === state.creditState && shown.reason !== state.reason;
}
