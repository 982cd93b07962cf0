import type { FastifyInstance } from 'fastify';
import { readWireTime } from '../Desk';
import type { SimTicketField } from '../entities/SimTicketField';
import { buildInvalidBase } from '../errors/InvalidInputError';
import { buildRecordNotFound } from '../errors/VendorError';
import { addToOnlyForm, removeFromForms } from '../forms/formFields';
import { SYSTEM_FIELDS } from '../forms/systemFields';
import type { SystemField } from '../forms/systemFields';
import { buildTicketField } from '../package/buildFields';
import { isRecord } from '../wire/isRecord';
import { toWireSystemField } from '../wire/toWireSystemField';
import { toWireTicketField } from '../wire/toWireTicketField';
import { readBodyObject, requireAdmin, requireCaller } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };
const PATH = '/api/v2/ticket_fields';

/** Ticket fields, which end users may read too: those of every account first, then the custom ones. */
export function registerTicketFieldRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const toWire = (field: SystemField | SimTicketField) =>
    'active' in field ? toWireTicketField(field, desk.baseUrl()) : toWireSystemField(field, desk.baseUrl());
  const toAnswer = (field: SystemField | SimTicketField) => ({ ticket_field: toWire(field) });

  app.get(PATH, async (request) => {
    requireCaller(deps, request);
    const fields = [...SYSTEM_FIELDS, ...world.ticketFields.all()];
    const page = toPage(fields, request, desk.baseUrl());
    return { ticket_fields: page.items.map((field) => toWire(field)), ...page.rest };
  });
  app.get<ById>(`${PATH}/:id`, async (request) => {
    requireCaller(deps, request);
    const system = SYSTEM_FIELDS.find(({ id }) => String(id) === request.params.id);
    return toAnswer(system ?? requireField(deps, request.params.id));
  });
  app.post(PATH, async (request, reply) => {
    requireAdmin(deps, request);
    const field = saveField(deps, undefined, readBodyObject(request, 'ticket_field'));
    addToOnlyForm(world, field.id);
    return reply.code(201).send(toAnswer(field));
  });
  app.put<ById>(`${PATH}/:id`, async (request) => {
    requireAdmin(deps, request);
    const field = requireField(deps, request.params.id);
    return toAnswer(saveField(deps, field, readBodyObject(request, 'ticket_field')));
  });
  // An option with a known id is changed, any other is added at the end.
  app.post<ById>(`${PATH}/:id/options`, async (request, reply) => {
    requireAdmin(deps, request);
    const field = requireField(deps, request.params.id);
    const input = readBodyObject(request, 'custom_field_option');
    const option: Record<string, unknown> = isRecord(input) ? input : {};
    const before = field.custom_field_options;
    const isKnown = before.some(({ id }) => id === option.id);
    const options = isKnown
      ? before.map((one) => (one.id === option.id ? { ...one, ...option } : one))
      : [...before, option];
    const saved = saveField(deps, field, { custom_field_options: options }).custom_field_options;
    const made = saved.find(({ id, value }) => (isKnown ? id === option.id : value === option.value));
    return reply.code(isKnown ? 200 : 201).send({ custom_field_option: made });
  });
  app.delete<ById>(`${PATH}/:id`, async (request, reply) => {
    requireAdmin(deps, request);
    const { id } = requireField(deps, request.params.id);
    world.ticketFields.remove(id);
    removeFromForms(world, id);
    return reply.code(204).send();
  });
}

function requireField({ desk }: RestDeps, id: string): SimTicketField {
  const field = desk.world.ticketFields.get(Number(id));
  if (field === undefined) throw buildRecordNotFound();
  return field;
}

/** Options that are given replace the list; the type of a field is for good. */
function saveField({ desk }: RestDeps, earlier: SimTicketField | undefined, input: unknown): SimTicketField {
  const { world } = desk;
  const changes = isRecord(input) ? input : {};
  if (earlier !== undefined && changes.type !== undefined && changes.type !== earlier.type) {
    throw buildInvalidBase('Type: cannot be changed.');
  }
  const facts = { nextId: () => world.ids.nextId(), appName: null, now: readWireTime(desk.clock) };
  const id = earlier?.id ?? world.ids.nextId();
  // A title for clients that follows the agents' one goes on following it.
  const followsTitle = earlier?.title_in_portal === earlier?.title && changes.title !== undefined;
  const definition = { ...earlier, ...(followsTitle && { title_in_portal: changes.title }), ...changes };
  return world.ticketFields.put(buildTicketField(id, definition, facts, earlier));
}
