import type { FastifyInstance } from 'fastify';
import type { SimInstallation } from '../entities/SimInstallation';
import { buildRecordNotFound } from '../errors/VendorError';
import { readOpenSettings } from '../package/readSettings';
import { requireStaff } from './require';
import type { RestDeps } from './RestDeps';

type ById = { Params: { id: string } };

/** The installed app and which objects its requirements became (zendesk.md 4). */
export function registerAppRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { world } = deps.desk;

  app.get('/api/v2/apps/installations', async (request) => {
    requireStaff(deps, request);
    const installation = world.installation();
    return { installations: installation === undefined ? [] : [toWire(installation)] };
  });

  app.get<ById>('/api/v2/apps/installations/:id/requirements', async (request) => {
    requireStaff(deps, request);
    const installation = world.installation();
    if (String(installation?.installationId) !== request.params.id) throw buildRecordNotFound();
    const requirements = installation?.requirements ?? [];
    return {
      requirements: requirements.map((one) => ({ account_id: 2, ...one })),
      count: requirements.length,
      next_page: null,
      previous_page: null,
    };
  });
}

function toWire(installation: SimInstallation): Record<string, unknown> {
  const { appId, installationId, name, manifest, settings, created_at, updated_at } = installation;
  return {
    id: installationId,
    app_id: appId,
    product: 'support',
    enabled: true,
    paid: null,
    settings: { name, title: name, ...readOpenSettings(manifest, settings) },
    created_at,
    updated_at,
  };
}
