import { MAX_UPDATES_AT_ONCE } from '../ports/desk';
import type { DeskTicket } from '../ports/desk';
import type { StoredTicket } from '../ports/storedTicket';
import { decideUpdate } from '../ticket-updates/decideUpdate';
import type { BringTicketInLineDeps } from '../bringTicketInLine';

/** What bringing the incidents of a defect in line needs. */
export type BringIncidentsInLineDeps = BringTicketInLineDeps;

/** How many tickets were updated together, and how many are left to be brought in line each by itself. */
export type BringIncidentsInLineOutcome = { updatedCount: number; leftCount: number };

/** More that stay behind in one run are somebody's mistake; each is found by its next look. */
const MAX_LEFT = 1_000;

/**
 * R5: makes the incidents of a defect say that their credit went back, many in one update, since the helpdesk allows few
 * updates of one ticket in a minute. Each is refused when its ticket changed after it was read here, so neither a lost
 * answer nor a second run repeats a note. What cannot be done so (an asking stands in the ticket, it changed meanwhile, it
 * was unlinked) is left to a job of its own. Fails with `AdapterError` when the helpdesk or the database cannot be asked; the
 * next run goes on with what is not yet said.
 */
export async function bringIncidentsInLine(
  deps: BringIncidentsInLineDeps,
  problemTicketId: string,
): Promise<BringIncidentsInLineOutcome> {
  let updatedCount = 0;
  for await (const incidents of deps.desk.readIncidents(problemTicketId)) {
    for (let start = 0; start < incidents.length; start += MAX_UPDATES_AT_ONCE) {
      updatedCount += await updateTogether(deps, incidents.slice(start, start + MAX_UPDATES_AT_ONCE));
    }
  }
  const left = await deps.ledger.readUnshownIncidents(problemTicketId, MAX_LEFT);
  await deps.queue.queueInLine(left);
  return { updatedCount, leftCount: left.length };
}

async function updateTogether(
  { desk, ledger, noteTexts }: BringIncidentsInLineDeps,
  incidents: readonly DeskTicket[],
): Promise<number> {
  const stored = await ledger.readStoredTickets(incidents.map(({ id }) => id));
  const tickets = new Map(incidents.map((ticket) => [ticket.id, ticket]));
  const closed = stored.flatMap(({ ticketId }) => tickets.get(ticketId) ?? []).filter(isClosed);
  await Promise.all(closed.map(({ id, creditState }) => ledger.markClosed(id, creditState)));
  const planned = stored.flatMap((each) => {
    const ticket = tickets.get(each.ticketId);
    const update = ticket && canBeTogether(ticket, each) ? decideUpdate(noteTexts, ticket, each) : undefined;
    return update === undefined ? [] : [{ update, state: each.state }];
  });
  if (planned.length === 0) return 0;
  const updated = new Set(await desk.updateTickets(planned.map(({ update }) => update)));
  const done = planned.filter(({ update }) => updated.has(update.ticketId));
  await Promise.all(done.map(({ update, state }) => ledger.markShown(update.ticketId, state)));
  return done.length;
}

/** An asking that stands in the ticket is answered with its update, and found in the audits: that is no matter of a list. */
function canBeTogether(ticket: DeskTicket, { state }: StoredTicket): boolean {
  return !isClosed(ticket) && ticket.action === undefined && state.creditState === 'refunded';
}

function isClosed({ status }: DeskTicket): boolean {
  return status === 'closed';
}
