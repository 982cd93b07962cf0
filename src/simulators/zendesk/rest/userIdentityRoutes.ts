import type { FastifyInstance } from 'fastify';
import { buildRecordNotFound } from '../errors/VendorError';
import { toWireIdentity } from '../wire/toWireIdentity';
import { requireStaff } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };

/** By what a user is known: addresses and telephone numbers, of certain types with `?type[]=` (zendesk-openapi.json). */
export function registerUserIdentityRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { world, baseUrl } = deps.desk;

  app.get<ById>('/api/v2/users/:id/identities', async (request) => {
    requireStaff(deps, request);
    const user = world.users.get(Number(request.params.id));
    if (user === undefined) throw buildRecordNotFound();
    const types = new URL(request.url, baseUrl()).searchParams.getAll('type[]');
    const asked = user.identities.filter(({ type }) => types.length === 0 || types.includes(type));
    const page = toPage(asked, request, baseUrl());
    return { identities: page.items.map((one) => toWireIdentity(one, user.id, baseUrl())), ...page.rest };
  });
}
