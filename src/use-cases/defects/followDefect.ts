import type { DeskTicket } from '../ports/desk';
import type { Ledger } from '../ports/ledger';
import type { StoredTicket } from '../ports/storedTicket';
import type { WorkQueue } from '../ports/workQueue';
import { isDefectProblem } from '../ticket-facts/isDefectProblem';

/** What following a defect needs. */
export type FollowDefectDeps = { ledger: Ledger; queue: WorkQueue };

/**
 * R5: a look at the problem ticket of a defect leads to a look at its incidents, durably and before anything else, so that
 * a look which fails is made up for. A ticket that is no such problem ticket any more takes nothing back; its incidents
 * are only remembered as linked to no defect.
 */
export async function followDefect(
  { ledger, queue }: FollowDefectDeps,
  ticket: DeskTicket,
  stored: StoredTicket | undefined,
): Promise<void> {
  if (isDefectProblem(ticket)) await queue.queueIncidents(ticket.id);
  else if (stored?.defectTicketId === ticket.id) await ledger.forgetDefect(ticket.id);
}
