import type { AccountReading } from '../../domain/accounts/accountFacts';
import { decideTicket } from '../../domain/tickets/decideTicket';
import type { Clock } from '../ports/clock';
import type { DeskTicket } from '../ports/desk';
import type { StoredTicket } from '../ports/storedTicket';
import type { WorkQueue } from '../ports/workQueue';
import { assertRecent } from '../ticket-facts/assertRecent';
import { isDefectProblem } from '../ticket-facts/isDefectProblem';
import { readTicketFacts } from '../ticket-facts/readTicketFacts';
import type { ReadTicketFactsDeps } from '../ticket-facts/readTicketFacts';

/** What looking at the incidents of a defect needs. */
export type LookAtIncidentsDeps = ReadTicketFactsDeps & { clock: Clock; queue: WorkQueue };

/** How it ended: how many incidents there are, for how many a credit went back, and how many are looked at by themselves. */
export type LookAtIncidentsOutcome =
  | { kind: 'looked'; incidentCount: number; refundCount: number; lookCount: number }
  /** Deleted, or the mark of no defect (any more). */
  | { kind: 'no_defect' };

/**
 * R5: makes the ledger return the credits of all incidents that are linked to a defect, also of closed ones. The list of
 * the helpdesk says all that a refund rests on, so hundreds of tickets cost a few readings, and billing is not asked. An
 * incident about which more has to be found out (never decided, an asking stands in it, another requester) is looked at by
 * itself. Nothing is remembered between two runs: what was returned is found so, and the next run goes on with the rest.
 * Fails with `AdapterError` when the helpdesk or the database cannot be asked.
 */
export async function lookAtIncidents(
  deps: LookAtIncidentsDeps,
  problemTicketId: string,
): Promise<LookAtIncidentsOutcome> {
  let readAt = deps.clock.now();
  const problemTicket = await deps.desk.readTicket(problemTicketId);
  if (problemTicket === undefined || !isDefectProblem(problemTicket)) return { kind: 'no_defect' };
  const counts = { incidentCount: 0, refundCount: 0, lookCount: 0 };
  for await (const incidents of deps.desk.readIncidents(problemTicketId)) {
    const stored = new Map(
      (await deps.ledger.readStoredTickets(incidents.map(({ id }) => id))).map((each) => [
        each.ticketId,
        each,
      ]),
    );
    const looks = incidents.filter((incident) => needsLook(incident, stored.get(incident.id)));
    await deps.queue.queueLooks(looks.map(({ id }) => id));
    const debited = incidents.flatMap((ticket) => {
      const known = stored.get(ticket.id);
      return known !== undefined && isOfDebit(known) && !needsLook(ticket, known) ? [{ ticket, known }] : [];
    });
    const refunds = await Promise.all(
      debited.map(({ ticket, known }) => decideIncident(deps, { ticket, known, problemTicket, readAt })),
    );
    counts.incidentCount += incidents.length;
    counts.refundCount += refunds.filter((isRefunded) => isRefunded).length;
    counts.lookCount += looks.length;
    readAt = deps.clock.now();
  }
  return { kind: 'looked', ...counts };
}

/** R4: a debit of the problem goes back through each of its tickets; what one says is older when it was closed uncharged. */
function isOfDebit({ isProblemCharged, state }: StoredTicket): boolean {
  return isProblemCharged && state.creditState !== 'waived';
}

/** What is closed and whose problem was never charged needs nothing. */
function needsLook(incident: DeskTicket, stored: StoredTicket | undefined): boolean {
  if (incident.status === 'closed') return false;
  if (stored === undefined) return true;
  const isAsked = incident.action !== undefined && stored.state.creditState === 'debited';
  return isAsked || incident.requesterId !== stored.requesterId;
}

/** Nothing is charged here, so billing need not be asked. */
const NOT_ASKED: AccountReading = { kind: 'unavailable', code: 'not_asked', retry: true, known: undefined };

async function decideIncident(
  deps: LookAtIncidentsDeps,
  seen: { ticket: DeskTicket; known: StoredTicket; problemTicket: DeskTicket; readAt: Date },
): Promise<boolean> {
  const { known: stored, problemTicket, readAt } = seen;
  const known = { stored, command: undefined, reading: NOT_ASKED, problemTicket };
  const ticket = await readTicketFacts(deps, seen.ticket, known);
  const now = deps.clock.now().toISOString();
  const { decision } = await deps.ledger.decideTicket(
    { ticket, identity: stored.identity, occurredAt: now, inLineWith: problemTicket.id },
    (ledger) => {
      assertRecent(ticket.id, readAt, deps.clock.now());
      return decideTicket({ ticket, reading: NOT_ASKED, ledger, policy: deps.policy, now }, false);
    },
  );
  return decision.entries.some(({ kind }) => kind === 'refund');
}
