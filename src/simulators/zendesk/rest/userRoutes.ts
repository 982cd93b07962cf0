import type { FastifyInstance, FastifyReply } from 'fastify';
import { readWireTime } from '../Desk';
import type { SimUser } from '../entities/SimUser';
import { isStaff } from '../entities/SimUser';
import { buildForbidden, buildRecordInvalid, buildRecordNotFound } from '../errors/VendorError';
import { buildUser } from '../seed/seedUsers';
import { parseUserInput } from '../users/parseUserInput';
import { searchUsers } from '../users/searchUsers';
import { withIdentities } from '../users/withIdentities';
import { isRecord } from '../wire/isRecord';
import { omit } from '../wire/omit';
import { toWireTicket } from '../wire/toWireTicket';
import { toWireUser } from '../wire/toWireUser';
import { findUserByEmail } from '../world/World';
import { parseIdList } from './parseIdList';
import { readBodyObject, requireCaller, requireRate, requireStaff } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };
type ByIds = { Querystring: { ids?: string } };
type Search = { Querystring: { query?: string; external_id?: string } };

/** Users: search, show, show many, me, update, create or update (zendesk.md 8.3). */
export function registerUserRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const toWire = (user: SimUser) => toWireUser(user, world, desk.baseUrl());

  app.get('/api/v2/users/me', async (request) => {
    const { user } = requireCaller(deps, request);
    return { user: { ...toWire(user), authenticity_token: `csrf-${String(user.id)}` } };
  });

  app.get<Search>('/api/v2/users/search', async (request) => {
    requireStaff(deps, request);
    const page = toPage(searchUsers(world, request.query), request, desk.baseUrl());
    return { users: page.items.map(toWire), ...page.rest };
  });

  app.get<Search>('/api/v2/users', async (request) => {
    requireStaff(deps, request);
    const page = toPage(searchUsers(world, request.query), request, desk.baseUrl());
    return { users: page.items.map(toWire), ...page.rest };
  });

  app.get<ByIds>('/api/v2/users/show_many', async (request) => {
    requireStaff(deps, request);
    const found = parseIdList(request.query.ids).flatMap((id) => world.users.get(Number(id)) ?? []);
    return { users: found.map(toWire) };
  });

  app.get<ById>('/api/v2/users/:id', async (request) => {
    const { user: caller } = requireCaller(deps, request);
    if (!isStaff(caller) && String(caller.id) !== request.params.id) throw buildForbidden();
    const user = world.users.get(Number(request.params.id));
    if (user === undefined) throw buildRecordNotFound();
    return { user: toWire(user) };
  });

  app.get<ById>('/api/v2/users/:id/tickets/requested', async (request) => {
    requireStaff(deps, request);
    const user = world.users.get(Number(request.params.id));
    if (user === undefined) throw buildRecordNotFound();
    const tickets = world.tickets.by('requester', user.id).filter((ticket) => !ticket.deleted);
    const page = toPage(tickets, request, desk.baseUrl());
    return { tickets: page.items.map((one) => toWireTicket(one, world, desk.baseUrl())), ...page.rest };
  });

  app.put<ById>('/api/v2/users/:id', async (request, reply) => {
    requireStaff(deps, request);
    const user = world.users.get(Number(request.params.id));
    if (user === undefined) throw buildRecordNotFound();
    return { user: toWire(updateUser(deps, reply, user, readBodyObject(request, 'user'))) };
  });

  app.post('/api/v2/users/create_or_update', async (request, reply) => {
    requireStaff(deps, request);
    const input = readBodyObject(request, 'user');
    const known = isRecord(input) ? findKnown(deps, input) : undefined;
    if (known !== undefined) return { user: toWire(updateUser(deps, reply, known, input)) };
    return reply.code(201).send({ user: toWire(createUser(deps, input)) });
  });
}

function findKnown({ desk }: RestDeps, input: Record<string, unknown>): SimUser | undefined {
  const { email, external_id: externalId } = input;
  if (typeof email === 'string') return findUserByEmail(desk.world, email);
  if (externalId === undefined) return undefined;
  return desk.world.users.by('external_id', String(externalId).toLowerCase())[0];
}

function updateUser(deps: RestDeps, reply: FastifyReply, user: SimUser, input: unknown): SimUser {
  const { desk, limits } = deps;
  requireRate(deps, reply, { key: `users-update:${String(user.id)}`, limit: limits.userUpdatesPerMinute });
  // An address given on update becomes a second one (zendesk-openapi.json, UserForAdmin); the simulator keeps the first.
  const { verified, ...changes } = omit(parseUserInput(input, desk.world), 'email', 'identities');
  const user_fields = { ...user.user_fields, ...changes.user_fields };
  const updated_at = readWireTime(desk.clock);
  const identified = withIdentities(desk, user, { verified });
  const updated = desk.world.users.put({ ...identified, ...changes, user_fields, updated_at });
  desk.events.emit('user.updated', updated.id);
  return updated;
}

function createUser({ desk }: RestDeps, input: unknown): SimUser {
  const { email, name, role, locale, verified, identities, ...more } = parseUserInput(input, desk.world);
  if (email === undefined || name === undefined) {
    const field = name === undefined ? 'name' : 'email';
    throw buildRecordInvalid({ field, description: `${field}: cannot be blank`, error: 'BlankValue' });
  }
  const user = buildUser(desk, {
    email: email.toLowerCase(),
    name,
    role: role ?? 'end-user',
    locale: locale ?? 'en-US',
    verified: verified ?? false,
  });
  return desk.world.users.put({ ...withIdentities(desk, user, { identities }), ...more });
}
