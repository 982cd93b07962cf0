import type { FastifyInstance } from 'fastify';
import { toWireComment } from '../wire/toWireComment';
import { toWireTicket } from '../wire/toWireTicket';
import { requireStaff, requireTicket } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };

/** Comments and audits of a ticket, oldest first, and the incidents of a problem (zendesk.md 8.4). */
export function registerTicketHistoryRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;

  app.get<ById>('/api/v2/tickets/:id/comments', async (request) => {
    requireStaff(deps, request);
    const ticket = requireTicket(deps, request.params.id);
    const comments = world.comments.filter((comment) => comment.ticket_id === ticket.id);
    const page = toPage(comments, request, desk.baseUrl());
    return { comments: page.items.map(toWireComment), ...page.rest };
  });

  app.get<ById>('/api/v2/tickets/:id/audits', async (request) => {
    requireStaff(deps, request);
    const ticket = requireTicket(deps, request.params.id);
    const audits = world.audits.filter((audit) => audit.ticket_id === ticket.id);
    const page = toPage(audits, request, desk.baseUrl());
    return { audits: page.items, ...page.rest };
  });

  app.get<ById>('/api/v2/tickets/:id/incidents', async (request) => {
    requireStaff(deps, request);
    const problem = requireTicket(deps, request.params.id);
    const incidents = world.tickets.filter((one) => one.problem_id === problem.id && !one.deleted);
    const page = toPage(incidents, request, desk.baseUrl());
    return {
      tickets: page.items.map((ticket) => toWireTicket(ticket, world, desk.baseUrl())),
      ...page.rest,
    };
  });
}
