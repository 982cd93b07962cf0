import type { FastifyInstance } from 'fastify';
import type { SimTicket } from '../entities/SimTicket';
import { buildRecordNotFound } from '../errors/VendorError';
import { deleteTicket, markAsSpam, restoreTicket, scrubTicket } from '../tickets/deletion';
import { toWireDeletedTicket } from '../wire/toWireDeletedTicket';
import { toWireJob } from '../wire/toWireJob';
import { parseIdList } from './parseIdList';
import { requireStaff, requireTicket } from './require';
import type { RestDeps } from './RestDeps';
import { sortDeleted } from './sortDeleted';
import { toPage } from './toPage';

type ById = { Params: { id: string } };
type ByIds = { Querystring: { ids?: string } };
type Sorted = { Querystring: { sort_by?: string; sort_order?: string } };

/** Deleting tickets, spam among them, and what can still be done with those that are (zendesk-openapi.json). */
export function registerDeletedTicketRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk, jobs } = deps;
  const { tickets } = desk.world;

  app.delete<ById>('/api/v2/tickets/:id', async (request, reply) => {
    const { user } = requireStaff(deps, request);
    deleteTicket(desk, requireTicket(deps, request.params.id), user);
    return reply.code(204).send();
  });

  app.put<ById>('/api/v2/tickets/:id/mark_as_spam', async (request, reply) => {
    const { user } = requireStaff(deps, request);
    markAsSpam(desk, requireTicket(deps, request.params.id), user);
    return reply.code(200).send();
  });

  app.get<Sorted>('/api/v2/deleted_tickets', async (request) => {
    requireStaff(deps, request);
    const page = toPage(sortDeleted(tickets.by('deleted', 'yes'), request.query), request, desk.baseUrl());
    return {
      deleted_tickets: page.items.map((ticket) => toWireDeletedTicket(ticket, desk.world)),
      ...page.rest,
    };
  });

  app.put<ByIds>('/api/v2/deleted_tickets/restore_many', async (request, reply) => {
    const { user } = requireStaff(deps, request);
    const deleted = parseIdList(request.query.ids).map((id) => requireDeleted(deps, id));
    for (const ticket of deleted) restoreTicket(desk, ticket, user);
    return reply.code(200).send();
  });

  app.put<ById>('/api/v2/deleted_tickets/:id/restore', async (request, reply) => {
    const { user } = requireStaff(deps, request);
    restoreTicket(desk, requireDeleted(deps, request.params.id), user);
    return reply.code(200).send();
  });

  const scrub = (ids: string[], actor: Parameters<typeof scrubTicket>[2]) => {
    const tasks = ids.map((id) => ({
      action: 'delete' as const,
      id: Number(id),
      run: () => {
        scrubTicket(desk, requireDeleted(deps, id), actor);
        return Number(id);
      },
    }));
    return { job_status: toWireJob(jobs.start('Permanently Delete Ticket', tasks), desk.baseUrl()) };
  };

  app.delete<ByIds>('/api/v2/deleted_tickets/destroy_many', async (request) => {
    const { user } = requireStaff(deps, request);
    return scrub(parseIdList(request.query.ids), user);
  });

  app.delete<ById>('/api/v2/deleted_tickets/:id', async (request) => {
    const { user } = requireStaff(deps, request);
    return scrub([String(requireDeleted(deps, request.params.id).id)], user);
  });
}

/** The ticket of this id, when it was deleted and not for good; throws 404 otherwise. */
function requireDeleted({ desk }: RestDeps, id: string): SimTicket {
  const ticket = desk.world.tickets.get(Number(id));
  if (ticket?.deletion?.isPermanent !== false) throw buildRecordNotFound();
  return ticket;
}
