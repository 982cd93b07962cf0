import type { FastifyInstance, FastifyRequest } from 'fastify';
import { toWireComment } from '../wire/toWireComment';
import { requireStaff, requireTicket } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };

/** Comments and audits of a ticket, oldest first unless asked for otherwise (zendesk.md 8.4). */
export function registerTicketHistoryRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;

  app.get<ById>('/api/v2/tickets/:id/comments', async (request) => {
    requireStaff(deps, request);
    const ticket = requireTicket(deps, request.params.id);
    const comments = inAskedOrder(world.comments.by('ticket', ticket.id), request, desk.baseUrl());
    const page = toPage(comments, request, desk.baseUrl());
    return { comments: page.items.map(toWireComment), ...page.rest };
  });

  app.get<ById>('/api/v2/tickets/:id/audits', async (request) => {
    requireStaff(deps, request);
    const ticket = requireTicket(deps, request.params.id);
    const audits = inAskedOrder(world.audits.by('ticket', ticket.id), request, desk.baseUrl());
    const page = toPage(audits, request, desk.baseUrl());
    return { audits: page.items, ...page.rest };
  });
}

/** Newest first with `sort_order=desc`, and with a `sort` that begins with a minus, as pages by cursor have it. */
function inAskedOrder<Item>(items: Item[], request: FastifyRequest, baseUrl: string): Item[] {
  const { searchParams } = new URL(request.url, baseUrl);
  const isNewestFirst =
    searchParams.get('sort_order') === 'desc' || searchParams.get('sort')?.startsWith('-') === true;
  return isNewestFirst ? items.reverse() : items;
}
