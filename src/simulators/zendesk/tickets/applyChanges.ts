import type { SimTicket } from '../entities/SimTicket';
import type { World } from '../world/World';
import { setFieldValue, setTags } from './tags';
import type { TicketChanges } from './TicketChanges';

/**
 * Puts what was asked for on the ticket. Tags come before fields, so that a field named in the same update has the
 * last word. Fields that the account does not have are passed over, as Zendesk does.
 */
export function applyChanges(ticket: SimTicket, changes: TicketChanges, world: World): void {
  const { tags, customFields, comment, ...plain } = changes;
  Object.assign(ticket, plain);
  if (tags !== undefined) setTags(ticket, tags, world.ticketFields.all());
  for (const { id, value } of customFields ?? []) {
    const field = world.ticketFields.get(id);
    if (field !== undefined) setFieldValue(ticket, field, value);
  }
  if (comment?.public === true) ticket.is_public = true;
  // A ticket with a problem is an incident and no other ticket has one, and one with an assignee is no longer new.
  if (typeof changes.problem_id === 'number') ticket.type = 'incident';
  else if (ticket.type !== 'incident') ticket.problem_id = null;
  if (ticket.assignee_id !== null && ticket.status === 'new') ticket.status = 'open';
}
