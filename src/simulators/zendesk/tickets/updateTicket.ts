import type { Desk, Origin } from '../Desk';
import type { SimAudit } from '../entities/SimAudit';
import type { SimTicket } from '../entities/SimTicket';
import { isStaff } from '../entities/SimUser';
import { buildRecordInvalid } from '../errors/VendorError';
import { applyChanges } from './applyChanges';
import { saveUpdate } from './saveUpdate';
import type { TicketChanges } from './TicketChanges';

/**
 * Updates a ticket and runs the triggers on it. A closed ticket refuses with 422 (zendesk.md 8.2). What a requester
 * adds to a pending or solved ticket opens it again.
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
  return { ticket: desk.world.tickets.get(current.id) ?? ticket, audit };
}

function isWaiting(ticket: SimTicket): boolean {
  return ticket.status === 'pending' || ticket.status === 'solved';
}
