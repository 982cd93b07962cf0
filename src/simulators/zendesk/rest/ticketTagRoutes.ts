import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseTags } from '../tickets/parseTicketInput';
import { updateTicket } from '../tickets/updateTicket';
import { isRecord } from '../wire/isRecord';
import { requireCurrent } from './requireCurrent';
import { requireStaff, requireTicket, toOrigin } from './require';
import type { RestDeps } from './RestDeps';

type ById = { Params: { id: string } };
const PATH = '/api/v2/tickets/:id/tags';

/** Tags of a ticket: PUT adds, POST sets, DELETE removes (zendesk.md 8.2). */
export function registerTicketTagRoutes(app: FastifyInstance, deps: RestDeps): void {
  const change = (
    request: FastifyRequest<ById>,
    decide: (current: string[], given: string[]) => string[],
  ): { tags: string[] } => {
    const caller = requireStaff(deps, request);
    const current = requireTicket(deps, request.params.id);
    const body = isRecord(request.body) ? request.body : {};
    if (request.method !== 'POST') requireCurrent(current, body);
    const tags = decide(current.tags, parseTags(body.tags));
    return { tags: updateTicket(deps.desk, current, { tags }, toOrigin(caller)).ticket.tags };
  };

  app.get<ById>(PATH, async (request) => {
    requireStaff(deps, request);
    return { tags: requireTicket(deps, request.params.id).tags };
  });
  app.put<ById>(PATH, async (request) => change(request, (current, given) => [...current, ...given]));
  app.post<ById>(PATH, async (request, reply) =>
    reply.code(201).send(change(request, (_current, given) => given)),
  );
  app.delete<ById>(PATH, async (request, reply) => {
    change(request, (current, given) => current.filter((tag) => !given.includes(tag)));
    return reply.code(204).send();
  });
}
