import type { FastifyInstance } from 'fastify';
import type { SimTicket } from '../entities/SimTicket';
import { parseTicketInput } from '../tickets/parseTicketInput';
import { updateTicket } from '../tickets/updateTicket';
import { isRecord } from '../wire/isRecord';
import { toWireTicket } from '../wire/toWireTicket';
import { createFromInput, requireRequester } from './createFromInput';
import { buildIdempotency } from './idempotency';
import { requireCurrent } from './requireCurrent';
import { readBodyObject, requireStaff, requireTicket, toOrigin } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };

/** Tickets: create, show, list, update (zendesk.md 8.2). */
export function registerTicketRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const toWire = (ticket: SimTicket) => toWireTicket(ticket, world, desk.baseUrl());
  const idempotency = buildIdempotency(desk.clock);

  app.post('/api/v2/tickets', async (request, reply) => {
    const caller = requireStaff(deps, request);
    const ticket = idempotency.once(request, reply, () =>
      toWire(createFromInput(desk, readBodyObject(request, 'ticket'), caller)),
    );
    return reply.code(201).send({ ticket });
  });

  app.get('/api/v2/tickets', async (request) => {
    requireStaff(deps, request);
    const newestFirst = world.tickets.filter((ticket) => !ticket.deleted).reverse();
    const page = toPage(newestFirst, request, desk.baseUrl());
    return { tickets: page.items.map(toWire), ...page.rest };
  });

  app.get<ById>('/api/v2/tickets/:id', async (request) => {
    requireStaff(deps, request);
    return { ticket: toWire(requireTicket(deps, request.params.id)) };
  });

  app.put<ById>('/api/v2/tickets/:id', async (request) => {
    const caller = requireStaff(deps, request);
    const current = requireTicket(deps, request.params.id);
    const input = readBodyObject(request, 'ticket');
    requireCurrent(current, isRecord(input) ? input : {});
    const changes = parseTicketInput(input, world, caller.user);
    requireRequester(world, current, changes);
    const { ticket, audit } = updateTicket(desk, current, changes, toOrigin(caller));
    return { ticket: toWire(ticket), audit };
  });
}
