import { decideRound } from '../domain/tickets/decideRound';
import type { Clock } from './ports/clock';
import type { Desk, DeskTicket } from './ports/desk';
import type { Ledger } from './ports/ledger';
import type { Logger } from './ports/logger';
import type { NoteTexts } from './ports/noteTexts';
import type { StoredTicket } from './ports/storedTicket';
import type { WorkQueue } from './ports/workQueue';
import { AdapterError } from './ports/AdapterError';
import { decideUpdate } from './ticket-updates/decideUpdate';
import { findStandingAnswer } from './ticket-updates/findStandingAnswer';

/** What bringing a ticket in line needs. */
export type BringTicketInLineDeps = {
  desk: Desk;
  ledger: Ledger;
  noteTexts: NoteTexts;
  queue: WorkQueue;
  clock: Clock;
  logger: Logger;
  wait(ms: number): Promise<void>;
};

/** How it ended; `unknown`: nothing was ever decided for this ticket; `cut_off`: in an update storm, it is left alone. */
export type BringTicketInLineOutcome =
  'updated' | 'nothing_to_do' | 'closed' | 'gone' | 'unknown' | 'cut_off';

/** Somebody else writes the ticket at once: after so many refused updates in a row the job is tried again later. */
const MAX_CONFLICTS = 3;

/** The helpdesk's stamp counts whole seconds (zendesk.md 8.2): what changes in the second of the last change has the same one. */
const STAMP_MS = 1_000;

/**
 * Makes the ticket say what was last decided: the field «Credit» with the credits left, a private note and the status that goes with it, only the
 * credits left and a note when nothing but the reason changed, and an answered command taken out of its field. Reads the ticket first and updates it in one call that is
 * refused when the ticket changed meanwhile, so a lost answer does not repeat a note, but for one about a mere change of
 * the reason, which the ticket's fields do not show. A command is taken out of its field only when the ticket was read once more
 * after the second of its last change was over: else one that another person sets in that second would go with it, unanswered. The tag that tells of few credits left is added behind it; adding it
 * twice is adding it once. A ticket in an update storm is left alone for a while, said in the log, and taken up again
 * by itself. Fails with `AdapterError` when the helpdesk cannot be asked.
 */
export async function bringTicketInLine(
  deps: BringTicketInLineDeps,
  ticketId: string,
): Promise<BringTicketInLineOutcome> {
  let conflicts = 0;
  let settledStamp: string | undefined;
  while (conflicts < MAX_CONFLICTS) {
    const stored = await deps.ledger.readStoredTicket(ticketId);
    if (stored === undefined) return 'unknown';
    const ticket = await deps.desk.readTicket(ticketId);
    if (ticket === undefined) return 'gone';
    if (ticket.status === 'closed') {
      await deps.ledger.markClosed(ticketId, ticket.creditState);
      return 'closed';
    }
    const outcome = await writeOnce(deps, ticket, stored, ticket.updatedAt === settledStamp);
    if (outcome !== 'conflict' && outcome !== 'unsettled') return outcome;
    if (outcome === 'conflict' || settledStamp !== undefined) conflicts += 1;
    if (outcome === 'unsettled') {
      await deps.wait(STAMP_MS);
      settledStamp = ticket.updatedAt;
    }
  }
  throw new AdapterError(`Ticket ${ticketId} kept changing while it was updated.`, {
    code: 'ticket_busy',
    retry: true,
  });
}

async function writeOnce(
  deps: BringTicketInLineDeps,
  ticket: DeskTicket,
  stored: StoredTicket,
  isSettled: boolean,
): Promise<BringTicketInLineOutcome | 'conflict' | 'unsettled'> {
  const update = decideUpdate(deps.noteTexts, ticket, stored, await findStandingAnswer(deps, ticket));
  if (update?.clearAction === true && !isSettled) return 'unsettled';
  const { lowBalance } = stored;
  if (update === undefined && lowBalance === undefined) {
    await noteShown(deps.ledger, stored);
    return 'nothing_to_do';
  }
  const outcome = await inRound(deps, stored, async () =>
    update === undefined ? ('updated' as const) : deps.desk.updateTicket(update),
  );
  if (outcome !== 'updated') return outcome;
  await noteShown(deps.ledger, stored);
  if (lowBalance !== undefined && (await deps.desk.tagLowBalance(ticket.id, lowBalance)) === 'updated') {
    await deps.ledger.markLowBalanceTold(ticket.id);
  }
  return outcome;
}

async function noteShown(ledger: Ledger, { ticketId, shown, state }: StoredTicket): Promise<void> {
  const isKnown = shown?.creditState === state.creditState && shown.reason === state.reason;
  if (!isKnown) await ledger.markShown(ticketId, state);
}

/**
 * Writes and counts it, also when it fails; but not when the helpdesk, being busy, did not look at it. A ticket in an update storm
 * is left alone, and a job for the end of that time is queued.
 */
async function inRound<Outcome>(
  { ledger, queue, clock, logger }: BringTicketInLineDeps,
  { ticketId, rounds }: StoredTicket,
  write: () => Promise<Outcome>,
): Promise<Outcome | 'cut_off'> {
  const now = clock.now();
  const decision = decideRound(rounds, now.toISOString());
  if (decision.kind === 'cut_off') {
    await queue.queueInLine([ticketId], Date.parse(decision.until) - now.getTime());
    if (!decision.isNew) return 'cut_off';
    await ledger.keepRounds(ticketId, decision.rounds);
    const { count, beganAt } = decision.rounds;
    logger.warn({ ticketId, count, since: beganAt, until: decision.until }, 'update storm: ticket cut off');
    return 'cut_off';
  }
  const written = await write().catch(async (error: unknown) => {
    const isToldToWait = error instanceof AdapterError && error.retryAfterMs !== undefined;
    if (!isToldToWait) await ledger.keepRounds(ticketId, decision.rounds);
    throw error;
  });
  await ledger.keepRounds(ticketId, decision.rounds);
  return written;
}
