import type { FastifyInstance } from 'fastify';
import type { SimInstallation } from '../entities/SimInstallation';
import { buildInvalidBase } from '../errors/InvalidInputError';
import { buildRecordNotFound } from '../errors/VendorError';
import { readOpenSettings } from '../package/readSettings';
import { uninstallPackage } from '../package/uninstallPackage';
import { isRecord } from '../wire/isRecord';
import { requireAdmin, requireStaff } from './require';
import type { RestDeps } from './RestDeps';

type ById = { Params: { id: string } };

/** The installed app and which objects its requirements became (zendesk.md 4). */
export function registerAppRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { world } = deps.desk;

  app.get('/api/v2/apps/installations', async (request) => {
    requireStaff(deps, request);
    return { installations: world.installations().map(toWire) };
  });

  app.get<ById>('/api/v2/apps/installations/:id', async (request) => {
    requireStaff(deps, request);
    return toWire(requireInstallation(deps, request.params.id));
  });

  app.get<ById>('/api/v2/apps/installations/:id/requirements', async (request) => {
    requireStaff(deps, request);
    const { requirements } = requireInstallation(deps, request.params.id);
    return {
      requirements: requirements.map((one) => ({ account_id: 2, ...one })),
      count: requirements.length,
      next_page: null,
      previous_page: null,
    };
  });

  app.post('/api/v2/apps/installations', async (request) => {
    requireAdmin(deps, request);
    const { app_id: appId, settings } = isRecord(request.body) ? request.body : {};
    if (deps.installAgain === undefined || Number(appId) !== world.installation()?.appId) {
      throw buildRecordNotFound();
    }
    const installation = installOnce(deps.installAgain, isRecord(settings) ? settings : {});
    // The work is done at once; the job of the same number only says so.
    return { ...toWire(installation), pending_job_id: String(installation.installationId) };
  });

  app.get<ById>('/api/v2/apps/installations/job_statuses/:id', async (request) => {
    requireAdmin(deps, request);
    const { installationId } = requireInstallation(deps, request.params.id);
    return { id: request.params.id, status: 'completed', installation_id: installationId };
  });

  app.delete<ById>('/api/v2/apps/installations/:id', async (request, reply) => {
    requireAdmin(deps, request);
    uninstallPackage(world, requireInstallation(deps, request.params.id));
    return reply.code(204).send();
  });
}

function requireInstallation({ desk }: RestDeps, id: string): SimInstallation {
  const found = desk.world.installations().find((one) => String(one.installationId) === id);
  if (found === undefined) throw buildRecordNotFound();
  return found;
}

/** A package that cannot be installed is refused in its own words. */
function installOnce(
  install: NonNullable<RestDeps['installAgain']>,
  settings: Record<string, unknown>,
): SimInstallation {
  try {
    return install(settings);
  } catch (error) {
    throw buildInvalidBase(error instanceof Error ? error.message : String(error));
  }
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
