import { TICKET_PRIORITIES, TICKET_STATUSES } from '../entities/SimTicket';
import type { SimTicket } from '../entities/SimTicket';
import type { SimUser } from '../entities/SimUser';
import { buildBadRequest } from '../errors/VendorError';
import { findUserByEmail } from '../world/World';
import type { World } from '../world/World';
import { parseSearch } from './parseSearch';
import type { SearchTerm } from './parseSearch';

/**
 * Tickets and people for which every term of the query holds; `type:` narrows to one kind. Throws 400 for a keyword that
 * the simulator does not play. Unlike the vendor's, the index knows everything at once (zendesk.md 8.3).
 */
export function searchAccount(world: World, query: string): (SimTicket | SimUser)[] {
  const terms = parseSearch(query);
  const kind = terms.find((term) => term.keyword === 'type')?.value;
  const rest = terms.filter((term) => term.keyword !== 'type');
  const tickets =
    kind === 'user'
      ? []
      : world.tickets.filter(
          (ticket) => !ticket.deleted && rest.every((term) => isTicketFound(ticket, term, world)),
        );
  const users =
    kind === 'ticket' ? [] : world.users.filter((user) => rest.every((term) => isUserFound(user, term)));
  return [...tickets, ...users];
}

function isTicketFound(ticket: SimTicket, { keyword, operator, value }: SearchTerm, world: World): boolean {
  switch (keyword) {
    case undefined:
      return `${ticket.subject} ${ticket.description}`.toLowerCase().includes(value);
    case 'status':
      return compare(operator, TICKET_STATUSES.indexOf(ticket.status), listIndex(TICKET_STATUSES, value));
    case 'priority':
      return compare(
        operator,
        listIndex(TICKET_PRIORITIES, ticket.priority),
        listIndex(TICKET_PRIORITIES, value),
      );
    case 'ticket_type':
      return ticket.type === value;
    case 'tags':
      return ticket.tags.includes(value);
    case 'fieldvalue':
      return Object.values(ticket.custom_fields).some((one) => String(one) === value);
    case 'external_id':
      return ticket.external_id?.toLowerCase() === value;
    case 'requester':
      return ticket.requester_id === toPersonId(value, world);
    case 'assignee':
      return value === 'none' ? ticket.assignee_id === null : ticket.assignee_id === toPersonId(value, world);
    case 'created':
      return compare(operator, Date.parse(ticket.created_at), Date.parse(value));
    case 'updated':
      return compare(operator, Date.parse(ticket.updated_at), Date.parse(value));
    // Only people have these.
    case 'email':
    case 'name':
    case 'role':
      return false;
    default:
      throw buildBadRequest(`The simulator does not search by ${keyword}.`);
  }
}

function isUserFound(user: SimUser, { keyword, operator, value }: SearchTerm): boolean {
  switch (keyword) {
    case undefined:
      return `${user.name} ${user.email}`.toLowerCase().includes(value);
    case 'email':
      return user.email.toLowerCase() === value;
    case 'name':
      return user.name.toLowerCase().includes(value);
    case 'role':
      return user.role === value;
    case 'tags':
      return user.tags.includes(value);
    case 'external_id':
      return user.external_id?.toLowerCase() === value;
    case 'created':
      return compare(operator, Date.parse(user.created_at), Date.parse(value));
    default:
      return false;
  }
}

function compare(operator: SearchTerm['operator'], one: number, other: number): boolean {
  switch (operator) {
    case '<':
      return one < other;
    case '>':
      return one > other;
    case '<=':
      return one <= other;
    case '>=':
      return one >= other;
    default:
      return one === other;
  }
}

function listIndex(list: readonly string[], value: string | null): number {
  return value === null ? -1 : list.indexOf(value);
}

function toPersonId(value: string, world: World): number | undefined {
  return /^\d+$/.test(value) ? Number(value) : findUserByEmail(world, value)?.id;
}
