import type { Desk, Origin } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';
import { buildTicketVia, OTHER_VIA_IDS } from '../entities/Via';
import type { NewComment } from './TicketChanges';
import { updateTicket } from './updateTicket';

const UNSOLVED = ['new', 'open', 'pending', 'hold'];

/**
 * Solves the incidents of a problem that was just solved, each with the comment that solved the problem; incidents that are
 * solved, closed or deleted stay as they are. That the comment is left on them, and at once, is inferred.
 */
export function solveIncidents(
  desk: Desk,
  problem: SimTicket,
  comment: NewComment | undefined,
  { actor }: Origin,
): void {
  const origin = { actor, via: buildTicketVia('problem', [problem]), viaId: OTHER_VIA_IDS.linkedProblem };
  for (const incident of desk.world.tickets.by('problem', problem.id)) {
    if (incident.deleted || !UNSOLVED.includes(incident.status)) continue;
    updateTicket(desk, incident, { status: 'solved', ...(comment && { comment }) }, origin);
  }
}
