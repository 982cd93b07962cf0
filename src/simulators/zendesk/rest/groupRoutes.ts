import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readWireTime } from '../Desk';
import type { SimGroup, SimGroupMembership } from '../entities/SimGroup';
import { isStaff } from '../entities/SimUser';
import { buildInvalidBase, InvalidInputError } from '../errors/InvalidInputError';
import { buildRecordNotFound } from '../errors/VendorError';
import { isRecord } from '../wire/isRecord';
import { toWireGroup, toWireGroupMembership } from '../wire/toWireGroup';
import { readBodyObject, requireAdmin, requireStaff } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };

/** Groups of agents and who is in them. */
export function registerGroupRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const toGroups = (groups: SimGroup[], request: FastifyRequest) => {
    const page = toPage(groups, request, desk.baseUrl());
    return { groups: page.items.map((group) => toWireGroup(group, desk.baseUrl())), ...page.rest };
  };
  const toMemberships = (memberships: SimGroupMembership[], request: FastifyRequest) => {
    const page = toPage(memberships, request, desk.baseUrl());
    return {
      group_memberships: page.items.map((one) => toWireGroupMembership(one, desk.baseUrl())),
      ...page.rest,
    };
  };

  app.get('/api/v2/groups', async (request) => {
    requireStaff(deps, request);
    return toGroups(world.groups.all(), request);
  });
  app.get<ById>('/api/v2/groups/:id', async (request) => {
    requireStaff(deps, request);
    const group = world.groups.get(Number(request.params.id));
    if (group === undefined) throw buildRecordNotFound();
    return { group: toWireGroup(group, desk.baseUrl()) };
  });
  app.post('/api/v2/groups', async (request, reply) => {
    requireAdmin(deps, request);
    return reply.code(201).send({ group: toWireGroup(createGroup(deps, request), desk.baseUrl()) });
  });
  app.get<ById>('/api/v2/users/:id/groups', async (request) => {
    requireStaff(deps, request);
    const memberships = world.groupMemberships.by('user', Number(request.params.id));
    return toGroups(
      memberships.flatMap((one) => world.groups.get(one.group_id) ?? []),
      request,
    );
  });
  app.get('/api/v2/group_memberships', async (request) => {
    requireStaff(deps, request);
    return toMemberships(world.groupMemberships.all(), request);
  });
  app.get<ById>('/api/v2/users/:id/group_memberships', async (request) => {
    requireStaff(deps, request);
    return toMemberships(world.groupMemberships.by('user', Number(request.params.id)), request);
  });
  app.post('/api/v2/group_memberships', async (request, reply) => {
    requireAdmin(deps, request);
    const made = createMembership(deps, request);
    return reply.code(201).send({ group_membership: toWireGroupMembership(made, desk.baseUrl()) });
  });
}

function createGroup({ desk }: RestDeps, request: FastifyRequest): SimGroup {
  const input = readBodyObject(request, 'group');
  const { name, description } = isRecord(input) ? input : {};
  if (typeof name !== 'string' || name.trim() === '') {
    throw new InvalidInputError({ field: 'name', description: 'Name: cannot be blank', error: 'BlankValue' });
  }
  const now = readWireTime(desk.clock);
  return desk.world.groups.put({
    id: desk.world.ids.nextId(),
    name,
    description: typeof description === 'string' ? description : '',
    default: false,
    deleted: false,
    is_public: true,
    created_at: now,
    updated_at: now,
  });
}

function createMembership({ desk }: RestDeps, request: FastifyRequest): SimGroupMembership {
  const { world } = desk;
  const input = readBodyObject(request, 'group_membership');
  const { user_id, group_id } = isRecord(input) ? input : {};
  const user = world.users.get(Number(user_id));
  const group = world.groups.get(Number(group_id));
  if (user === undefined || !isStaff(user) || group === undefined) {
    throw buildInvalidBase('A membership wants the id of an agent and the id of a group.');
  }
  const earlier = world.groupMemberships.by('user', user.id);
  if (earlier.some((one) => one.group_id === group.id)) {
    throw buildInvalidBase(`${user.name} is in ${group.name} already.`);
  }
  const now = readWireTime(desk.clock);
  return world.groupMemberships.put({
    id: world.ids.nextId(),
    user_id: user.id,
    group_id: group.id,
    default: earlier.length === 0,
    created_at: now,
    updated_at: now,
  });
}
