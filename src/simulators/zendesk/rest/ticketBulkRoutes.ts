import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SimTicket } from '../entities/SimTicket';
import type { JobTask } from '../jobs/runTask';
import { deleteTicket, markAsSpam } from '../tickets/deletion';
import { toWireJob } from '../wire/toWireJob';
import { toWireTicket } from '../wire/toWireTicket';
import { readTicketInputs, readUpdates, toUpdateTask } from './bulkUpdate';
import { createFromInput } from './createFromInput';
import { parseIdList } from './parseIdList';
import { readBodyObject, requireStaff, requireTicket } from './require';
import type { RestDeps } from './RestDeps';

type ByIds = { Querystring: { ids?: string } };

/** Up to 100 tickets at once; what changes them is done by a job (zendesk.md 8.2). */
export function registerTicketBulkRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk, jobs } = deps;
  const { world } = desk;
  const start = (jobType: string, tasks: JobTask[]) => ({
    job_status: toWireJob(jobs.start(jobType, tasks), desk.baseUrl()),
  });
  const eachById = (
    request: FastifyRequest<ByIds>,
    action: JobTask['action'],
    run: (ticket: SimTicket) => void,
  ): JobTask[] =>
    parseIdList(request.query.ids).map((id) => ({
      action,
      id: Number(id),
      run: () => {
        run(requireTicket(deps, id));
        return Number(id);
      },
    }));

  app.get<ByIds>('/api/v2/tickets/show_many', async (request) => {
    requireStaff(deps, request);
    const found = parseIdList(request.query.ids).flatMap((id) => world.tickets.get(Number(id)) ?? []);
    const tickets = found.filter((ticket) => !ticket.deleted);
    return { tickets: tickets.map((ticket) => toWireTicket(ticket, world, desk.baseUrl())) };
  });

  app.post('/api/v2/tickets/create_many', async (request) => {
    const caller = requireStaff(deps, request);
    const inputs = readTicketInputs(readBodyObject(request, 'tickets'));
    const tasks = inputs.map((input): JobTask => ({
      action: 'create',
      run: () => createFromInput(desk, input, caller).id,
    }));
    return start('Bulk Create Ticket', tasks);
  });

  app.put<ByIds>('/api/v2/tickets/update_many', async (request) => {
    const caller = requireStaff(deps, request);
    const updates = readUpdates(request);
    return start(
      'Bulk Update Ticket',
      updates.map(({ id, input }) => toUpdateTask(deps, caller, id, input)),
    );
  });

  app.delete<ByIds>('/api/v2/tickets/destroy_many', async (request) => {
    const { user } = requireStaff(deps, request);
    return start(
      'Bulk Delete Ticket',
      eachById(request, 'delete', (ticket) => {
        deleteTicket(desk, ticket, user);
      }),
    );
  });

  app.put<ByIds>('/api/v2/tickets/mark_many_as_spam', async (request) => {
    const { user } = requireStaff(deps, request);
    return start(
      'Bulk Mark As Spam',
      eachById(request, 'update', (ticket) => {
        markAsSpam(desk, ticket, user);
      }),
    );
  });
}
