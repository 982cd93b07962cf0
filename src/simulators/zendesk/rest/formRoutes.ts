import type { FastifyInstance } from 'fastify';
import { readWireTime } from '../Desk';
import type { SimTicketForm } from '../entities/SimTicketForm';
import { buildInvalidBase } from '../errors/InvalidInputError';
import { buildRecordNotFound } from '../errors/VendorError';
import { listFieldIds } from '../forms/formFields';
import { SYSTEM_FIELDS } from '../forms/systemFields';
import { readText } from '../package/readDefinition';
import { isRecord } from '../wire/isRecord';
import { toWireForm } from '../wire/toWireForm';
import { readBodyObject, requireAdmin, requireCaller } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };
const PATH = '/api/v2/ticket_forms';

/** Ticket forms. The account has one; an admin who makes another must add new fields to forms by hand from then on. */
export function registerFormRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { ticketForms } = desk.world;
  const toAnswer = (form: SimTicketForm) => ({ ticket_form: toWireForm(form, desk.baseUrl()) });

  app.get(PATH, async (request) => {
    requireCaller(deps, request);
    const page = toPage(ticketForms.all(), request, desk.baseUrl());
    return { ticket_forms: page.items.map((form) => toWireForm(form, desk.baseUrl())), ...page.rest };
  });
  app.get<ById>(`${PATH}/:id`, async (request) => {
    requireCaller(deps, request);
    return toAnswer(requireForm(deps, request.params.id));
  });
  app.post(PATH, async (request, reply) => {
    requireAdmin(deps, request);
    return reply.code(201).send(toAnswer(saveForm(deps, undefined, readBodyObject(request, 'ticket_form'))));
  });
  app.put<ById>(`${PATH}/:id`, async (request) => {
    requireAdmin(deps, request);
    const form = requireForm(deps, request.params.id);
    return toAnswer(saveForm(deps, form, readBodyObject(request, 'ticket_form')));
  });
  app.delete<ById>(`${PATH}/:id`, async (request, reply) => {
    requireAdmin(deps, request);
    const form = requireForm(deps, request.params.id);
    if (form.default) throw buildInvalidBase('The default form cannot be deleted.');
    ticketForms.remove(form.id);
    return reply.code(204).send();
  });
}

function requireForm({ desk }: RestDeps, id: string): SimTicketForm {
  const form = desk.world.ticketForms.get(Number(id));
  if (form === undefined) throw buildRecordNotFound();
  return form;
}

function saveForm({ desk }: RestDeps, earlier: SimTicketForm | undefined, input: unknown): SimTicketForm {
  const { world } = desk;
  const now = readWireTime(desk.clock);
  const changes: Record<string, unknown> = { ...earlier, ...(isRecord(input) && input) };
  const name = readText(changes, 'name');
  return world.ticketForms.put({
    id: earlier?.id ?? world.ids.nextId(),
    name,
    display_name: String(changes.display_name ?? name),
    active: changes.active !== false,
    default: earlier?.default ?? false,
    end_user_visible: changes.end_user_visible === true,
    position: Number(changes.position ?? world.ticketForms.size() + 1),
    ticket_field_ids: readFieldIds(changes.ticket_field_ids, listFieldIds(world)),
    created_at: earlier?.created_at ?? now,
    updated_at: now,
  });
}

/** A form that names no fields has those of every account. */
function readFieldIds(input: unknown, known: readonly number[]): number[] {
  if (input === undefined) return SYSTEM_FIELDS.map(({ id }) => id);
  const ids = (Array.isArray(input) ? input : []).map(Number);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) throw buildInvalidBase(`There is no ticket field ${String(unknown)}.`);
  return [...new Set(ids)];
}
