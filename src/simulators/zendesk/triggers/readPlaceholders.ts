import { Drop } from 'liquidjs';
import type { SimTicket } from '../entities/SimTicket';
import type { SimUser } from '../entities/SimUser';
import { toLanguageName } from '../users/locales';
import type { World } from '../world/World';
import type { TriggerRun } from './TriggerRun';

/** What `{{ticket…}}` and `{{current_user…}}` stand for (zendesk.md 6.5), as the ticket is at this moment of the cycle. */
export function readPlaceholders(run: TriggerRun): Record<string, unknown> {
  return { ticket: readTicket(run), current_user: readPerson(run.origin.actor, run.desk.world) };
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
    requester: readPerson(world.users.get(ticket.requester_id), world),
    assignee: ticket.assignee_id === null ? {} : readPerson(world.users.get(ticket.assignee_id), world),
    ...readFields(ticket, world),
    // Read only where a template asks: they look through the comments.
    get latest_comment() {
      return readLatestComment(run, false);
    },
    get latest_public_comment() {
      return readLatestComment(run, true);
    },
  };
}

function readPerson(user: SimUser | undefined, world: World): Record<string, unknown> {
  if (user === undefined) return {};
  const [first = '', ...rest] = user.name.split(' ');
  return {
    id: user.id,
    name: user.name,
    first_name: first,
    last_name: rest.join(' '),
    email: user.email,
    language: toLanguageName(user.locale),
    locale: user.locale,
    external_id: user.external_id ?? '',
    phone: user.phone ?? '',
    details: user.details,
    notes: user.notes,
    custom_fields: readUserFields(user, world),
  };
}

/** Stands for its value wherever it is put or compared, and has the title beside it. */
class OptionDrop extends Drop {
  readonly title: string;
  readonly #value: string;

  constructor(value: string, title: string) {
    super();
    this.#value = value;
    this.title = title;
  }

  override valueOf(): string {
    return this.#value;
  }
}

/** A dropdown's value has a title beside it (zendesk.md 6.5); an empty field leaves nothing. */
function readUserFields(user: SimUser, world: World): Record<string, unknown> {
  return Object.fromEntries(
    world.userFields.all().map((field) => {
      const value = user.user_fields[field.key] ?? '';
      if (field.type !== 'dropdown') return [field.key, value];
      const title = field.custom_field_options.find((option) => option.value === value)?.name ?? '';
      return [field.key, new OptionDrop(String(value), title)];
    }),
  );
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
