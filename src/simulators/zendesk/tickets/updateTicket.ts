import type { Desk, Origin } from '../Desk';
import type { SimAudit } from '../entities/SimAudit';
import type { SimTicket } from '../entities/SimTicket';
import { isStaff } from '../entities/SimUser';
import { buildRecordInvalid } from '../errors/VendorError';
import { applyChanges } from './applyChanges';
import { saveUpdate } from './saveUpdate';
import { solveIncidents } from './solveIncidents';
import type { TicketChanges } from './TicketChanges';

/**
 * Updates a ticket and runs the triggers on it. A closed ticket refuses with 422 (zendesk.md 8.2). What a client adds to a
 * pending, solved or held-back ticket opens it again. With a problem its incidents are solved.
 */
export function updateTicket(
  desk: Desk,
  current: SimTicket,
  changes: TicketChanges,
  origin: Origin,
): { ticket: SimTicket; audit: SimAudit } {
  if (current.status === 'closed') {
    throw buildRecordInvalid({
      field: 'status',
      description: 'Status: closed prevents ticket update',
      error: 'InvalidValue',
    });
  }
  const ticket = structuredClone(current);
  applyChanges(ticket, changes, desk.world);
  if (changes.comment !== undefined && !isStaff(origin.actor) && isWaiting(current)) ticket.status = 'open';
  const audit = saveUpdate(desk, { ticket, before: current, comment: changes.comment, origin });
  if (isProblemSolvedNow(current, ticket)) solveIncidents(desk, ticket, changes.comment, origin);
  return { ticket: desk.world.tickets.get(current.id) ?? ticket, audit };
}

/** The statuses that a client's comment ends (support.zendesk.com 4408894213018). */
function isWaiting({ status }: SimTicket): boolean {
  return status === 'pending' || status === 'hold' || status === 'solved';
}

function isProblemSolvedNow(before: SimTicket, after: SimTicket): boolean {
  return after.type === 'problem' && after.status === 'solved' && before.status !== 'solved';
}
