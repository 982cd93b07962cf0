import { readWireTime } from '../Desk';
import type { Desk, Origin } from '../Desk';
import type { SimAudit } from '../entities/SimAudit';
import type { SimTicket } from '../entities/SimTicket';
import { applyChanges } from './applyChanges';
import { saveUpdate } from './saveUpdate';
import type { NewComment, TicketChanges } from './TicketChanges';

export type NewTicket = TicketChanges & { requester_id: number; comment: NewComment };

/** Creates a ticket with its first comment and runs the triggers on it. `changes` are already checked. */
export function createTicket(
  desk: Desk,
  changes: NewTicket,
  origin: Origin,
): { ticket: SimTicket; audit: SimAudit } {
  const ticket = buildTicket(desk, changes, origin);
  applyChanges(ticket, changes, desk.world);
  const audit = saveUpdate(desk, { ticket, before: undefined, comment: changes.comment, origin });
  return { ticket, audit };
}

function buildTicket(desk: Desk, changes: NewTicket, origin: Origin): SimTicket {
  const now = readWireTime(desk.clock);
  return {
    id: desk.world.ids.nextTicketId(),
    subject: changes.subject ?? '',
    description: changes.comment.body,
    status: 'new',
    type: null,
    priority: null,
    requester_id: changes.requester_id,
    submitter_id: origin.actor.id,
    assignee_id: null,
    group_id: null,
    organization_id: null,
    problem_id: null,
    external_id: null,
    tags: [],
    custom_fields: {},
    via: origin.via,
    via_id: origin.viaId,
    is_public: changes.comment.public,
    created_at: now,
    updated_at: now,
    generated_timestamp: 0,
    deleted: false,
  };
}
