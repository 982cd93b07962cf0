import type { FieldValue } from '../../entities/FieldValue';
import type { SimTicket, TicketPriority, TicketStatus, TicketType } from '../../entities/SimTicket';
import type { World } from '../../world/World';
import { readAgentFields } from './FieldView';
import type { FieldView } from './FieldView';
import { readRelations, readTicketLink } from './TicketLink';
import type { TicketLink, TicketRelations } from './TicketLink';
import { readUserFields } from './UserFieldView';
import type { UserFieldView } from './UserFieldView';
import { toUserView } from './UserView';
import type { UserView } from './UserView';

/** One message of the conversation; the author is undefined when the user is gone. */
export type CommentView = {
  id: number;
  author: UserView | undefined;
  body: string;
  public: boolean;
  createdAt: string;
};

/** Everything the agent's page shows of one ticket. Field values stand by the field's id as text. */
export type TicketView = {
  /** `UNSAVED_TICKET_ID` while the ticket is being written. */
  id: number;
  subject: string;
  description: string;
  status: TicketStatus;
  type: TicketType | null;
  priority: TicketPriority | null;
  tags: string[];
  channel: string;
  createdAt: string;
  updatedAt: string;
  requester: UserView | undefined;
  requesterSuspended: boolean;
  /** The requester's profile; empty when the requester is gone. */
  requesterFields: UserFieldView[];
  assignee: UserView | undefined;
  /** The problem that an incident belongs to. */
  problem: TicketLink | null;
  relations: TicketRelations;
  fields: FieldView[];
  values: Record<string, FieldValue>;
  comments: CommentView[];
};

/** The ticket with its whole conversation, oldest message first; undefined when there is none or it is deleted. */
export function readTicketView(world: World, ticketId: number): TicketView | undefined {
  const ticket = world.tickets.get(ticketId);
  if (ticket === undefined || ticket.deleted) return undefined;
  const fields = readAgentFields(world);
  const requester = world.users.get(ticket.requester_id);
  return {
    id: ticket.id,
    subject: ticket.subject,
    description: ticket.description,
    status: ticket.status,
    type: ticket.type,
    priority: ticket.priority,
    tags: ticket.tags,
    channel: ticket.via.channel,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    requester: requester && toUserView(requester),
    requesterSuspended: requester?.suspended === true,
    requesterFields: requester ? readUserFields(world, requester) : [],
    assignee: readUserView(world, ticket.assignee_id),
    problem: readTicketLink(world, ticket.problem_id),
    relations: readRelations(world, ticket),
    fields,
    values: Object.fromEntries(fields.map(({ id }) => [id, ticket.custom_fields[id] ?? null])),
    comments: readComments(world, ticket),
  };
}

/** The messages of a ticket, oldest first, private notes among them. */
export function readComments(world: World, ticket: SimTicket): CommentView[] {
  return world.comments.by('ticket', ticket.id).map((comment) => ({
    id: comment.id,
    author: readUserView(world, comment.author_id),
    body: comment.body,
    public: comment.public,
    createdAt: comment.created_at,
  }));
}

function readUserView(world: World, userId: number | null): UserView | undefined {
  const user = userId === null ? undefined : world.users.get(userId);
  return user && toUserView(user);
}
