import type { SimTicket, TicketStatus } from '../../entities/SimTicket';
import type { SimUser } from '../../entities/SimUser';
import type { World } from '../../world/World';
import { readPortalFields } from './FieldView';
import { readComments } from './TicketView';
import { toOptionName } from './TicketListView';

/** A client's own request as the help center shows it; only public messages. */
export type RequestView = {
  id: number;
  subject: string;
  status: string;
  isClosed: boolean;
  createdAt: string;
  updatedAt: string;
  fields: { id: number; title: string; value: string }[];
  comments: { id: number; author: string; isStaff: boolean; body: string; createdAt: string }[];
};

export type RequestRow = Pick<RequestView, 'id' | 'subject' | 'status' | 'updatedAt'>;

/** The words clients read: they see neither «new» nor «on hold». */
const STATUS_FOR_CLIENTS: Record<TicketStatus, string> = {
  new: 'Open',
  open: 'Open',
  pending: 'Awaiting your reply',
  hold: 'Open',
  solved: 'Solved',
  closed: 'Solved',
};

/** The client's own requests, newest first. */
export function readRequests(world: World, client: SimUser): RequestRow[] {
  return world.tickets
    .by('requester', client.id)
    .filter((ticket) => isOwn(ticket, client))
    .sort((a, b) => b.id - a.id)
    .map((ticket) => ({
      id: ticket.id,
      subject: ticket.subject,
      status: STATUS_FOR_CLIENTS[ticket.status],
      updatedAt: ticket.updated_at,
    }));
}

/** The request, or undefined when it is not this client's, deleted or not there. */
export function readRequestView(world: World, client: SimUser, id: number): RequestView | undefined {
  const ticket = world.tickets.get(id);
  if (ticket === undefined || !isOwn(ticket, client)) return undefined;
  return {
    id,
    subject: ticket.subject,
    status: STATUS_FOR_CLIENTS[ticket.status],
    isClosed: ticket.status === 'closed',
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    fields: readPortalFields(world, { editableOnly: false }).map((field) => ({
      id: field.id,
      title: field.title,
      value: toOptionName(field.options, ticket.custom_fields[field.id] ?? null),
    })),
    comments: readComments(world, ticket)
      .filter((comment) => comment.public)
      .map(({ author, ...comment }) => ({
        id: comment.id,
        author: author?.name ?? 'Someone',
        isStaff: author !== undefined && author.role !== 'end-user',
        body: comment.body,
        createdAt: comment.createdAt,
      })),
  };
}

function isOwn(ticket: SimTicket, client: SimUser): boolean {
  return !ticket.deleted && ticket.requester_id === client.id;
}
