import { toProblemId } from '../../domain/tickets/ticketFacts';
import type { TicketFacts } from '../../domain/tickets/ticketFacts';
import type { TicketSubject } from '../../domain/tickets/ticketSubject';
import { readLastTechPeriod } from '../../domain/tickets/lastTechPeriod';
import type { Desk, DeskHistory, DeskTicket } from '../ports/desk';
import type { Ledger } from '../ports/ledger';
import type { StoredTicket } from '../ports/storedTicket';
import { isDefectProblem } from './isDefectProblem';
import { readProblem } from './readProblem';
import type { KnownOfTicket, ReadProblemDeps } from './readProblem';

/** What reading the facts of a ticket needs. */
export type ReadTicketFactsDeps = ReadProblemDeps;

/**
 * The ticket with what its audits and relations tell. They are read only where a rule rests on them: the audits of a
 * merged ticket and of a debited one that has left technical support, the problem ticket of an incident, the tickets
 * before a follow-up whose problem is not remembered. Fails with `AdapterError` when the helpdesk or the database cannot
 * be asked.
 */
export async function readTicketFacts(
  deps: ReadTicketFactsDeps,
  ticket: DeskTicket,
  known: KnownOfTicket,
): Promise<TicketFacts> {
  const { id, requesterId, line } = ticket;
  const { stored, command } = known;
  const history = needsHistory(ticket, stored) ? await deps.desk.readHistory(id) : undefined;
  const period = history && readLastTechPeriod(history);
  return {
    id,
    requesterId,
    line,
    problemId: await readProblem(deps, ticket, known),
    isFollowUp: ticket.followUpOf !== undefined,
    standing: ticket.status === 'closed' ? 'closed' : 'open',
    wasAnsweredByTech: period?.wasAnswered,
    // A client who chose technical support at submit handed nothing over.
    handedOverBy: period?.handedOverBy === requesterId ? undefined : period?.handedOverBy,
    mergedInto: await readMergeTarget(deps.ledger, stored, history),
    defectTicketId: await readDefect(deps.desk, ticket, known.problemTicket),
    command,
    seen: {
      isSolved: ticket.status === 'solved' || ticket.status === 'closed',
      isMarkedDefect: ticket.isDefect && ticket.followUpOf === undefined,
    },
    subject: toSubject(ticket, stored),
  };
}

/** One that was with client care when it was looked at last was handed over since. */
function toSubject(
  { topic, product, createdAt }: DeskTicket,
  stored: StoredTicket | undefined,
): TicketSubject {
  return { topic, product, submittedAt: stored?.line === 'sales' ? undefined : createdAt };
}

/** A ticket that the helpdesk has no more, as it was last seen. */
export function toRemovedFacts(stored: StoredTicket): TicketFacts {
  return {
    id: stored.ticketId,
    requesterId: stored.requesterId,
    line: stored.line,
    problemId: stored.problemId,
    isFollowUp: false,
    standing: 'removed',
    wasAnsweredByTech: undefined,
    handedOverBy: undefined,
    mergedInto: undefined,
    defectTicketId: undefined,
    command: undefined,
  };
}

/**
 * A follow-up of a merged ticket has its tag too, so the tag only says where looking is worth it: what a ticket was merged
 * into stands in its audits.
 */
function needsHistory(ticket: DeskTicket, stored: StoredTicket | undefined): boolean {
  const isMerged = ticket.isMerged && ticket.status === 'closed' && stored?.mergedInto === undefined;
  const hasLeftTech = ticket.line !== 'tech' && stored?.state.creditState === 'debited';
  return isMerged || hasLeftTech;
}

async function readMergeTarget(
  ledger: Ledger,
  stored: StoredTicket | undefined,
  history: DeskHistory | undefined,
): Promise<TicketFacts['mergedInto']> {
  const ticketId = history?.mergedInto ?? stored?.mergedInto;
  if (ticketId === undefined) return undefined;
  const target = await ledger.readStoredTicket(ticketId);
  return { ticketId, problemId: target?.problemId ?? toProblemId(ticketId) };
}

/**
 * R5: the problem ticket of the defect. A ticket of type problem is one itself when it is marked so; not a follow-up, to
 * which the mark was only copied.
 */
async function readDefect(
  desk: Desk,
  ticket: DeskTicket,
  known: DeskTicket | undefined,
): Promise<string | undefined> {
  if (ticket.type === 'problem') {
    return isDefectProblem(ticket) && ticket.followUpOf === undefined ? ticket.id : undefined;
  }
  if (ticket.type !== 'incident' || ticket.problemTicketId === undefined) return undefined;
  const problem =
    known?.id === ticket.problemTicketId ? known : await desk.readTicket(ticket.problemTicketId);
  return problem !== undefined && isDefectProblem(problem) ? problem.id : undefined;
}
