import type { FastifyInstance } from 'fastify';
import type { SimTicket } from '../entities/SimTicket';
import { toWireTicket } from '../wire/toWireTicket';
import { requireStaff, requireTicket } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };

/** Problems, their incidents, and what else a ticket belongs to (zendesk-openapi.json). */
export function registerProblemRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const toWire = (ticket: SimTicket) => toWireTicket(ticket, world, desk.baseUrl());
  const listIncidents = (problem: SimTicket) =>
    world.tickets.by('problem', problem.id).filter((one) => !one.deleted);

  app.get('/api/v2/problems', async (request) => {
    requireStaff(deps, request);
    const problems = world.tickets.by('type', 'problem').filter((one) => !one.deleted);
    problems.sort((one, other) => other.updated_at.localeCompare(one.updated_at) || other.id - one.id);
    const page = toPage(problems, request, desk.baseUrl());
    return { tickets: page.items.map(toWire), ...page.rest };
  });

  app.get<ById>('/api/v2/tickets/:id/incidents', async (request) => {
    requireStaff(deps, request);
    const incidents = listIncidents(requireTicket(deps, request.params.id));
    const page = toPage(incidents, request, desk.baseUrl());
    return { tickets: page.items.map(toWire), ...page.rest };
  });

  app.get<ById>('/api/v2/tickets/:id/related', async (request) => {
    requireStaff(deps, request);
    const ticket = requireTicket(deps, request.params.id);
    const { followup_source_id: source } = ticket;
    return {
      followup_source_ids: source === undefined ? [] : [String(source)],
      from_archive: false,
      incidents: listIncidents(ticket).length,
      jira_issue_ids: [],
      topic_id: null,
    };
  });
}
