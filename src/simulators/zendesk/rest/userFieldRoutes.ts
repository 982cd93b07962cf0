import type { FastifyInstance } from 'fastify';
import { readWireTime } from '../Desk';
import type { SimUserField } from '../entities/SimUserField';
import { buildInvalidBase, InvalidInputError } from '../errors/InvalidInputError';
import { buildRecordNotFound } from '../errors/VendorError';
import { buildUserField } from '../package/buildFields';
import { isRecord } from '../wire/isRecord';
import { toWireUserField } from '../wire/toWireUserField';
import { readBodyObject, requireAdmin, requireStaff } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };
const PATH = '/api/v2/user_fields';

/** Fields of people: agents read them, admins write them. */
export function registerUserFieldRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const toAnswer = (field: SimUserField) => ({ user_field: toWireUserField(field, desk.baseUrl()) });

  app.get(PATH, async (request) => {
    requireStaff(deps, request);
    const page = toPage(world.userFields.all(), request, desk.baseUrl());
    return {
      user_fields: page.items.map((field) => toWireUserField(field, desk.baseUrl())),
      ...page.rest,
    };
  });
  app.get<ById>(`${PATH}/:id`, async (request) => {
    requireStaff(deps, request);
    return toAnswer(requireField(deps, request.params.id));
  });
  app.post(PATH, async (request, reply) => {
    requireAdmin(deps, request);
    return reply.code(201).send(toAnswer(saveField(deps, undefined, readBodyObject(request, 'user_field'))));
  });
  app.put<ById>(`${PATH}/:id`, async (request) => {
    requireAdmin(deps, request);
    const field = requireField(deps, request.params.id);
    return toAnswer(saveField(deps, field, readBodyObject(request, 'user_field')));
  });
  app.delete<ById>(`${PATH}/:id`, async (request, reply) => {
    requireAdmin(deps, request);
    world.userFields.remove(requireField(deps, request.params.id).id);
    return reply.code(204).send();
  });
}

/** By id or by key, as the vendor takes either. */
function requireField({ desk }: RestDeps, id: string): SimUserField {
  const { userFields } = desk.world;
  const field = userFields.get(Number(id)) ?? userFields.find((one) => one.key === id);
  if (field === undefined) throw buildRecordNotFound();
  return field;
}

/** Key and type are for good, and a key is there once. */
function saveField({ desk }: RestDeps, earlier: SimUserField | undefined, input: unknown): SimUserField {
  const { world } = desk;
  const changes = isRecord(input) ? input : {};
  for (const name of ['key', 'type'] as const) {
    if (earlier !== undefined && changes[name] !== undefined && changes[name] !== earlier[name]) {
      throw buildInvalidBase(`${name} cannot be changed.`);
    }
  }
  const facts = { nextId: () => world.ids.nextId(), appName: null, now: readWireTime(desk.clock) };
  const id = earlier?.id ?? world.ids.nextId();
  const field = buildUserField(id, { ...earlier, ...changes }, facts, earlier);
  if (world.userFields.find((one) => one.key === field.key && one.id !== id) !== undefined) {
    const description = `Key: ${field.key} has already been taken`;
    throw new InvalidInputError({ field: 'key', description, error: 'DuplicateValue' });
  }
  return world.userFields.put(field);
}
