import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../access/Caller';
import type { SimTicket } from '../entities/SimTicket';
import { buildBadRequest, buildUpdateConflict } from '../errors/VendorError';
import type { JobTask } from '../jobs/runTask';
import { deleteTicket, markAsSpam } from '../tickets/deletion';
import { parseTags, parseTicketInput } from '../tickets/parseTicketInput';
import { updateTicket } from '../tickets/updateTicket';
import { isRecord } from '../wire/isRecord';
import { toWireJob } from '../wire/toWireJob';
import { toWireTicket } from '../wire/toWireTicket';
import { createFromInput } from './createFromInput';
import { parseIdList, requireBulk } from './parseIdList';
import { readBodyObject, requireStaff, requireTicket, toOrigin } from './require';
import { requireCurrent } from './requireCurrent';
import type { RestDeps } from './RestDeps';

type ByIds = { Querystring: { ids?: string } };
type Input = Record<string, unknown>;

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

/** `?ids=` with one `ticket` for all of them, or `tickets` that each carry their id. */
function readUpdates(request: FastifyRequest<ByIds>): { id: string; input: Input }[] {
  const body = isRecord(request.body) ? request.body : {};
  if (body.tickets !== undefined) {
    return readTicketInputs(body.tickets).map((input) => ({ id: String(input.id), input }));
  }
  const { ticket } = body;
  if (!isRecord(ticket)) throw buildBadRequest('ticket must be an object');
  return parseIdList(request.query.ids).map((id) => ({ id, input: ticket }));
}

function readTicketInputs(tickets: unknown): Input[] {
  if (!Array.isArray(tickets) || !tickets.every(isRecord)) {
    throw buildBadRequest('tickets must be a list of objects');
  }
  requireBulk(tickets.length, 'tickets');
  return tickets;
}

/**
 * Bulk updates are always safe ones (zendesk.md 8.2): without a stamp of its own, an update holds for the ticket as it was when the
 * job was queued, which is inferred.
 */
function toUpdateTask(deps: RestDeps, caller: Caller, id: string, input: Input): JobTask {
  const { desk } = deps;
  const asked = desk.world.tickets.get(Number(id))?.updated_at;
  const run = (): number => {
    const current = requireTicket(deps, id);
    requireCurrent(current, input);
    if (input.safe_update === undefined && current.updated_at !== asked) throw buildUpdateConflict();
    const changes = parseTicketInput(input, desk.world, caller.user);
    const tags = readChangedTags(changes.tags ?? current.tags, input);
    updateTicket(desk, current, { ...changes, ...(tags && { tags }) }, toOrigin(caller));
    return current.id;
  };
  return { action: 'update', id: Number(id), run };
}

/** What only bulk updates know: tags to add and to remove, beside those that replace the list. */
function readChangedTags(
  tags: readonly string[],
  { additional_tags: added, remove_tags: removed }: Input,
): string[] | undefined {
  if (added === undefined && removed === undefined) return undefined;
  const gone = removed === undefined ? [] : parseTags(removed);
  const all = [...tags, ...(added === undefined ? [] : parseTags(added))];
  return all.filter((tag) => !gone.includes(tag));
}
