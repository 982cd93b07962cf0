import type { SimTicket } from '../entities/SimTicket';
import type { SimUser } from '../entities/SimUser';
import type { World } from '../world/World';
import type { TriggerRun } from './TriggerRun';

/** What `{{ticket…}}` and `{{current_user…}}` stand for (zendesk.md 6.5), as the ticket is at this moment of the cycle. */
export function readPlaceholders(run: TriggerRun): Record<string, unknown> {
  return { ticket: readTicket(run), current_user: readPerson(run.origin.actor) };
}

function readTicket(run: TriggerRun): Record<string, unknown> {
  const { ticket, desk } = run;
  const { world } = desk;
  const url = `${desk.baseUrl()}/agent/tickets/${String(ticket.id)}`;
  return {
    id: ticket.id,
    title: ticket.subject,
    description: ticket.description,
    url: url.replace(/^https?:\/\//, ''),
    link: url,
    external_id: ticket.external_id ?? '',
    via: ticket.via.channel,
    status: capitalize(ticket.status),
    priority: capitalize(ticket.priority ?? ''),
    ticket_type: capitalize(ticket.type ?? ''),
    tags: ticket.tags.join(' '),
    account: 'Playground',
    created_at_with_timestamp: ticket.created_at,
    updated_at_with_timestamp: ticket.updated_at,
    requester: readPerson(world.users.get(ticket.requester_id)),
    assignee: ticket.assignee_id === null ? {} : readPerson(world.users.get(ticket.assignee_id)),
    latest_comment: readLatestComment(run, false),
    latest_public_comment: readLatestComment(run, true),
    ...readFields(ticket, world),
  };
}

function readPerson(user: SimUser | undefined): Record<string, unknown> {
  if (user === undefined) return {};
  const [first = '', ...rest] = user.name.split(' ');
  return {
    id: user.id,
    name: user.name,
    first_name: first,
    last_name: rest.join(' '),
    email: user.email,
    language: user.locale,
    external_id: user.external_id ?? '',
    phone: user.phone ?? '',
    details: user.details,
    notes: user.notes,
    custom_fields: user.user_fields,
  };
}

function readFields(ticket: SimTicket, world: World): Record<string, unknown> {
  return Object.fromEntries(
    world.ticketFields.all().flatMap((field) => {
      const value = ticket.custom_fields[String(field.id)] ?? '';
      const title = field.custom_field_options.find((option) => option.value === value)?.name ?? '';
      return [
        [`ticket_field_${String(field.id)}`, value],
        [`ticket_field_option_title_${String(field.id)}`, title],
      ];
    }),
  );
}

function readLatestComment(run: TriggerRun, onlyPublic: boolean): string {
  const { ticket, comment, desk } = run;
  if (comment !== undefined && (comment.public || !onlyPublic)) return comment.body;
  const earlier = desk.world.comments.by('ticket', ticket.id).filter((one) => one.public || !onlyPublic);
  return earlier.at(-1)?.body ?? '';
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
