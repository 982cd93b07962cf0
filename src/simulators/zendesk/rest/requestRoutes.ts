import type { FastifyInstance } from 'fastify';
import { buildVia, VIA_IDS } from '../entities/Via';
import type { SimTicket } from '../entities/SimTicket';
import type { SimUser } from '../entities/SimUser';
import { buildRecordInvalid, buildRecordNotFound } from '../errors/VendorError';
import { createTicket } from '../tickets/createTicket';
import { parseTicketInput } from '../tickets/parseTicketInput';
import type { TicketChanges } from '../tickets/TicketChanges';
import { updateTicket } from '../tickets/updateTicket';
import { toWireComment } from '../wire/toWireComment';
import { toWireRequest } from '../wire/toWireRequest';
import type { World } from '../world/World';
import { readFollowUpSource } from './createFromInput';
import { readBodyObject, requireCaller } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };
/** Whatever way a request comes, the ticket says it came by the web form. */
const WEB_FORM = { via: buildVia('web'), viaId: VIA_IDS.web };

/** Requests: tickets as their requester sees and makes them. Others' tickets are not found. */
export function registerRequestRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const toWire = (ticket: SimTicket) => toWireRequest(ticket, world, desk.baseUrl());

  app.post('/api/v2/requests', async (request, reply) => {
    const { user } = requireCaller(deps, request);
    const input = readBodyObject(request, 'request');
    const { subject, comment, customFields } = parseRequest(input, world, user);
    if (subject === undefined || subject.trim() === '' || comment === undefined) {
      const field = comment === undefined ? 'description' : 'subject';
      throw buildRecordInvalid({ field, description: `${field}: cannot be blank`, error: 'BlankValue' });
    }
    const source = readFollowUpSource(input, world);
    const followUpOf = source?.requester_id === user.id ? source : undefined;
    const changes = {
      subject,
      comment,
      requester_id: user.id,
      ...(customFields && { customFields }),
      followUpOf,
    };
    const { ticket } = createTicket(desk, changes, { actor: user, ...WEB_FORM });
    return reply.code(201).send({ request: toWire(ticket) });
  });

  app.get('/api/v2/requests', async (request) => {
    const { user } = requireCaller(deps, request);
    const own = world.tickets.by('requester', user.id).filter((ticket) => !ticket.deleted);
    const page = toPage(own.reverse(), request, desk.baseUrl());
    return { requests: page.items.map(toWire), ...page.rest };
  });

  app.get<ById>('/api/v2/requests/:id', async (request) => {
    const { user } = requireCaller(deps, request);
    return { request: toWire(requireOwn(world, user, request.params.id)) };
  });

  app.put<ById>('/api/v2/requests/:id', async (request) => {
    const { user } = requireCaller(deps, request);
    const current = requireOwn(world, user, request.params.id);
    const { comment } = parseRequest(readBodyObject(request, 'request'), world, user);
    const changes = comment === undefined ? {} : { comment };
    return { request: toWire(updateTicket(desk, current, changes, { actor: user, ...WEB_FORM }).ticket) };
  });

  app.get<ById>('/api/v2/requests/:id/comments', async (request) => {
    const { user } = requireCaller(deps, request);
    const ticket = requireOwn(world, user, request.params.id);
    const comments = world.comments.by('ticket', ticket.id).filter((comment) => comment.public);
    const page = toPage(comments, request, desk.baseUrl());
    return { comments: page.items.map(toWireComment), ...page.rest };
  });
}

function requireOwn(world: World, user: SimUser, id: string): SimTicket {
  const ticket = world.tickets.get(Number(id));
  if (ticket === undefined || ticket.deleted || ticket.requester_id !== user.id) throw buildRecordNotFound();
  return ticket;
}

/** What an end user may send: the comment is public and their own, fields are those editable in the help center. */
function parseRequest(input: unknown, world: World, user: SimUser): TicketChanges {
  const changes = parseTicketInput(input, world, user);
  for (const { id } of changes.customFields ?? []) {
    const field = world.ticketFields.get(id);
    if (field?.editable_in_portal !== true) {
      const title = field?.title ?? String(id);
      throw buildRecordInvalid({
        field: 'custom_fields',
        description: `${title}: cannot be set by end users`,
        error: 'InvalidValue',
      });
    }
  }
  const { comment } = changes;
  return { ...changes, ...(comment && { comment: { ...comment, public: true, authorId: user.id } }) };
}
