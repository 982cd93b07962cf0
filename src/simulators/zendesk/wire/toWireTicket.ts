import type { SimTicket } from '../entities/SimTicket';
import { omit } from './omit';
import type { World } from '../world/World';

/** The ticket as the API shows it: every active custom field is listed, empty ones with null. */
export function toWireTicket(ticket: SimTicket, world: World, baseUrl: string): Record<string, unknown> {
  const fields = world.ticketFields
    .filter((field) => field.active)
    .map((field) => ({ id: field.id, value: ticket.custom_fields[String(field.id)] ?? null }));
  return {
    url: `${baseUrl}/api/v2/tickets/${String(ticket.id)}.json`,
    ...omit(ticket, 'custom_fields', 'deleted', 'deletion', 'followup_source_id', 'via_id'),
    ...(ticket.deleted && { status: 'deleted' }),
    raw_subject: ticket.subject,
    recipient: '',
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    followup_ids: readFollowUpIds(ticket, world),
    sharing_agreement_ids: [],
    has_incidents: hasIncidents(ticket, world),
    due_at: null,
    custom_fields: fields,
    fields,
    brand_id: null,
    ticket_form_id: null,
    custom_status_id: null,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
    satisfaction_rating: { score: 'unoffered' },
  };
}

function hasIncidents(ticket: SimTicket, world: World): boolean {
  if (ticket.type !== 'problem') return false;
  return world.tickets.by('problem', ticket.id).some((incident) => !incident.deleted);
}

/** Only a closed ticket tells of its follow-ups (zendesk-openapi.json, TicketObject). */
function readFollowUpIds(ticket: SimTicket, world: World): number[] {
  if (ticket.status !== 'closed') return [];
  const followUps = world.tickets.by('followup_source', ticket.id).filter((one) => !one.deleted);
  return followUps.map(({ id }) => id);
}
