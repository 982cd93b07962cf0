import { decideStatus } from '../domain/tickets/decideStatus';
import type { Desk, DeskTicket, DeskTicketUpdate } from './ports/desk';
import type { Ledger } from './ports/ledger';
import type { NoteTexts, TicketNote } from './ports/noteTexts';
import type { StoredTicket } from './ports/storedTicket';
import { AdapterError } from './ports/AdapterError';

/** What bringing a ticket in line needs. */
export type BringTicketInLineDeps = { desk: Desk; ledger: Ledger; noteTexts: NoteTexts };

/** How it ended; `unknown`: nothing was ever decided for this ticket. */
export type BringTicketInLineOutcome = 'updated' | 'nothing_to_do' | 'closed' | 'gone' | 'unknown';

/** Two systems writing the same ticket at once: after this many rounds the job is tried again later. */
const MAX_ROUNDS = 3;

/**
 * Makes the ticket say what was last decided: the field «Credit» with a private note and the status that goes with it, a note alone when only the reason
 * changed, and an answered command taken out of its field. Reads the ticket first and updates it in one call that is
 * refused when the ticket changed meanwhile, so a lost answer does not repeat a note, but for one about a mere change of
 * the reason, which the ticket's fields do not show. Fails with `AdapterError` when the helpdesk cannot be asked.
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
    const outcome = update === undefined ? 'nothing_to_do' : await deps.desk.updateTicket(update);
    if (outcome === 'conflict') continue;
    const isShown = outcome === 'updated' || outcome === 'nothing_to_do';
    if (isShown && !isSame(stored.shown, stored.state)) await deps.ledger.markShown(ticketId, stored.state);
    return outcome;
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
  const isFieldRight = ticket.creditState === stored.state.creditState;
  const isStateShown = isFieldRight && !hasNewReason(stored);
  const answer = await findStandingAnswer(deps, ticket);
  if (isStateShown && answer === undefined) return undefined;
  const state = isStateShown || stored.state.creditState === 'free' ? undefined : stored.state;
  const note = { state, balanceCredits: stored.balanceCredits, ...answer?.said };
  const status = isStateShown ? undefined : decideStatus(ticket.status, stored.shown, stored.state);
  return {
    ticketId: ticket.id,
    expectedUpdatedAt: ticket.updatedAt,
    ...(isFieldRight ? {} : { creditState: stored.state.creditState }),
    ...(answer === undefined ? {} : { clearAction: true }),
    ...(status === undefined ? {} : { status }),
    ...(state !== undefined || answer?.said !== undefined
      ? { privateNote: deps.noteTexts.renderNote(note) }
      : {}),
  };
}

/**
 * Whether the ticket was made to say the same state for another reason. A state that stands in the ticket without being
 * remembered was written and the answer lost, with its note.
 */
function hasNewReason({ shown, state }: StoredTicket): boolean {
  return shown?.creditState === state.creditState && shown.reason !== state.reason;
}

function isSame(one: StoredTicket['shown'], other: StoredTicket['state']): boolean {
  return one?.creditState === other.creditState && one.reason === other.reason;
}

/** What the ticket is told of an answered asking; nothing where the new state says it. */
type Said = Pick<TicketNote, 'refusal' | 'awaiting' | 'locale'> | undefined;

/** The answer to the very asking that stands in the ticket now; a newer asking is left for the next look. */
async function findStandingAnswer(
  { desk, ledger }: BringTicketInLineDeps,
  ticket: DeskTicket,
): Promise<{ said: Said } | undefined> {
  if (ticket.action === undefined) return undefined;
  const standing = await desk.readCommand(ticket.id);
  const answer = standing && (await ledger.readAnswer(standing.id));
  if (standing === undefined || answer === undefined) return undefined;
  const { action, refusal, outcome } = answer;
  if (outcome === 'done') return { said: undefined };
  const locale = (await desk.readUser(standing.actorId))?.locale;
  if (refusal !== undefined) return { said: { refusal: { action, refusal }, locale } };
  return { said: action.kind === 'refund' ? { awaiting: action.reason, locale } : undefined };
}
