import type { SimTicket } from '../entities/SimTicket';
import type { World } from '../world/World';

/** The ticket as its requester sees it: only the fields that the help center shows. */
export function toWireRequest(ticket: SimTicket, world: World, baseUrl: string): Record<string, unknown> {
  const custom_fields = world.ticketFields
    .filter((field) => field.active && field.visible_in_portal)
    .map((field) => ({ id: field.id, value: ticket.custom_fields[String(field.id)] ?? null }));
  return {
    url: `${baseUrl}/api/v2/requests/${String(ticket.id)}.json`,
    id: ticket.id,
    subject: ticket.subject,
    description: ticket.description,
    status: ticket.status,
    priority: ticket.priority,
    type: ticket.type,
    requester_id: ticket.requester_id,
    assignee_id: ticket.assignee_id,
    group_id: ticket.group_id,
    organization_id: ticket.organization_id,
    via: ticket.via,
    is_public: ticket.is_public,
    can_be_solved_by_me: false,
    solved: ticket.status === 'solved' || ticket.status === 'closed',
    collaborator_ids: [],
    email_cc_ids: [],
    due_at: null,
    ...(ticket.followup_source_id !== undefined && { followup_source_id: ticket.followup_source_id }),
    custom_fields,
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
  };
}
