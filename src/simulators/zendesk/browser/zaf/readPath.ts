import { UNSAVED_TICKET_ID } from '../../pages/views/NewTicketView';
import type { TicketView } from '../../pages/views/TicketView';
import { buildNoSuchApi } from './ApiError';
import type { HostPage, Instance } from './HostPage';
import { requireTicket } from './requireTicket';

type Reader = (page: HostPage, instance: Instance) => unknown;
const ofTicket =
  (read: (ticket: TicketView) => unknown): Reader =>
  (page) =>
    read(requireTicket(page).current());

/** The paths that have a name of their own (zendesk.md 2.1). */
const READERS: Record<string, Reader> = {
  ticket: ofTicket(toTicketObject),
  'ticket.id': ofTicket(toTicketId),
  'ticket.subject': ofTicket((ticket) => ticket.subject),
  'ticket.description': ofTicket((ticket) => ticket.description),
  'ticket.status': ofTicket((ticket) => ticket.status),
  'ticket.type': ofTicket((ticket) => ticket.type),
  'ticket.priority': ofTicket((ticket) => ticket.priority),
  'ticket.tags': ofTicket((ticket) => ticket.tags),
  'ticket.createdAt': ofTicket((ticket) => ticket.createdAt),
  'ticket.updatedAt': ofTicket((ticket) => ticket.updatedAt),
  'ticket.via': ofTicket((ticket) => ({ channel: ticket.channel })),
  'ticket.requester': ofTicket((ticket) => ticket.requester),
  'ticket.requester.id': ofTicket((ticket) => ticket.requester?.id),
  'ticket.requester.email': ofTicket((ticket) => ticket.requester?.email),
  'ticket.requester.name': ofTicket((ticket) => ticket.requester?.name),
  'ticket.assignee.user': ofTicket((ticket) => ticket.assignee),
  // The simulated account has neither ticket forms nor brands of its own.
  'ticket.form.id': ofTicket(() => null),
  'ticket.brand': ofTicket(() => null),
  'comment.text': (page) => requireTicket(page).comment().text,
  'comment.type': (page) => (requireTicket(page).comment().isPublic ? 'publicReply' : 'internalNote'),
  currentUser: (page) => page.user,
  'currentUser.id': (page) => page.user.id,
  'currentUser.email': (page) => page.user.email,
  'currentUser.name': (page) => page.user.name,
  'currentUser.role': (page) => page.user.role,
  'currentUser.locale': (page) => page.user.locale,
  'currentUser.groups': (page) => page.user.groups,
  currentAccount: (page) => ({ subdomain: page.subdomain }),
  'currentAccount.subdomain': (page) => page.subdomain,
  colorScheme: (page) => page.scheme.current(),
  instances: (page, instance) => ({ [instance.guid]: buildContext(page, instance) }),
};

/** Answers one path of `client.get`; throws an ApiError for a path that is not there. */
export function readPath(path: string, page: HostPage, instance: Instance): unknown {
  const reader = Object.hasOwn(READERS, path) ? READERS[path] : undefined;
  if (reader) return reader(page, instance);
  if (path === `instances.${instance.guid}`) return buildContext(page, instance);
  const fieldId = /^ticket\.customField:custom_field_(\d+)$/.exec(path)?.[1];
  if (fieldId !== undefined) return readField(page, fieldId);
  const identifier = /^requirement:(.+)$/.exec(path)?.[1];
  const requirement = page.app.requirements.find((made) => made.identifier === identifier);
  if (requirement === undefined) throw buildNoSuchApi();
  return { requirement_id: requirement.requirement_id, requirement_type: requirement.requirement_type };
}

/** Where the app is (zendesk.md 1.3). */
export function buildContext(page: HostPage, { guid }: Instance) {
  const ticketId = page.ticket && toTicketId(page.ticket.saved());
  return {
    instanceGuid: guid,
    product: 'support',
    account: { subdomain: page.subdomain },
    location: page.location,
    ...(typeof ticketId === 'number' && { ticketId }),
  };
}

function readField(page: HostPage, fieldId: string): unknown {
  const { values } = requireTicket(page).current();
  if (!Object.hasOwn(values, fieldId)) throw buildNoSuchApi();
  return values[fieldId];
}

/** A ticket that is still being written has none. */
function toTicketId({ id }: TicketView): number | null {
  return id === UNSAVED_TICKET_ID ? null : id;
}

function toTicketObject(ticket: TicketView) {
  const id = toTicketId(ticket);
  const { subject, description, status, type, priority, tags, createdAt, updatedAt, channel } = ticket;
  return {
    ...{ id, subject, description, status, type, priority, tags, createdAt, updatedAt, via: { channel } },
    requester: ticket.requester,
    assignee: { user: ticket.assignee },
  };
}
