import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/Caller';
import { buildBadRequest, buildUpdateConflict } from '../errors/VendorError';
import type { JobTask } from '../jobs/runTask';
import { parseTags, parseTicketInput } from '../tickets/parseTicketInput';
import { updateTicket } from '../tickets/updateTicket';
import { isRecord } from '../wire/isRecord';
import { requireRequester } from './createFromInput';
import { parseIdList, requireBulk } from './parseIdList';
import { requireTicket, toOrigin } from './require';
import { requireCurrent } from './requireCurrent';
import type { RestDeps } from './RestDeps';

type Input = Record<string, unknown>;

/** `?ids=` with one `ticket` for all of them, or `tickets` that each carry their id. */
export function readUpdates(
  request: FastifyRequest<{ Querystring: { ids?: string } }>,
): { id: string; input: Input }[] {
  const body = isRecord(request.body) ? request.body : {};
  if (body.tickets !== undefined) {
    return readTicketInputs(body.tickets).map((input) => ({ id: String(input.id), input }));
  }
  const { ticket } = body;
  if (!isRecord(ticket)) throw buildBadRequest('ticket must be an object');
  return parseIdList(request.query.ids).map((id) => ({ id, input: ticket }));
}

/** The `tickets` of a bulk call; throws 400 for anything but a list of 1 to 100 objects. */
export function readTicketInputs(tickets: unknown): Input[] {
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
export function toUpdateTask(deps: RestDeps, caller: Caller, id: string, input: Input): JobTask {
  const { desk } = deps;
  const asked = desk.world.tickets.get(Number(id))?.updated_at;
  const run = (): number => {
    const current = requireTicket(deps, id);
    requireCurrent(current, input);
    if (input.safe_update === undefined && current.updated_at !== asked) throw buildUpdateConflict();
    const changes = parseTicketInput(input, desk.world, caller.user);
    requireRequester(desk.world, current, changes);
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
