import type { FastifyInstance } from 'fastify';
import type { SimWebhook } from '../entities/SimWebhook';
import { buildForbidden, VendorError } from '../errors/VendorError';
import { toWireInvocation, toWireWebhook } from '../wire/toWireWebhook';
import { requireAdmin } from './require';
import type { RestDeps } from './RestDeps';

type ById = { Params: { id: string } };
type ByInvocation = { Params: { id: string; invocationId: string } };

/** Webhooks and what came of their calls, for admins (zendesk.md 7.1). */
export function registerWebhookRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { world } = deps.desk;

  app.get('/api/v2/webhooks', async (request) => {
    requireAdmin(deps, request);
    return { webhooks: world.webhooks.all().map(toWireWebhook), meta: { has_more: false }, links: {} };
  });

  app.get<ById>('/api/v2/webhooks/:id', async (request) => {
    requireAdmin(deps, request);
    return { webhook: toWireWebhook(requireWebhook(deps, request.params.id)) };
  });

  // Of a webhook that an app made, even an admin may not read the secret (zendesk.md 4).
  app.get<ById>('/api/v2/webhooks/:id/signing_secret', async (request) => {
    requireAdmin(deps, request);
    const webhook = requireWebhook(deps, request.params.id);
    if (webhook.external_source !== null) throw buildForbidden();
    return { signing_secret: webhook.signing_secret };
  });

  app.get<ById>('/api/v2/webhooks/:id/invocations', async (request) => {
    requireAdmin(deps, request);
    const { id } = requireWebhook(deps, request.params.id);
    const invocations = world.invocations.filter((invocation) => invocation.webhook_id === id).reverse();
    return { invocations: invocations.map(toWireInvocation), meta: { has_more: false }, links: {} };
  });

  app.get<ByInvocation>('/api/v2/webhooks/:id/invocations/:invocationId/attempts', async (request) => {
    requireAdmin(deps, request);
    const { id } = requireWebhook(deps, request.params.id);
    const invocation = world.invocations.get(request.params.invocationId);
    if (invocation?.webhook_id !== id) throw buildWebhookNotFound();
    return { attempts: invocation.attempts.map((one) => ({ ...one, invocation_id: invocation.id })) };
  });
}

function requireWebhook({ desk }: RestDeps, id: string): SimWebhook {
  const webhook = desk.world.webhooks.get(id);
  if (webhook === undefined) throw buildWebhookNotFound();
  return webhook;
}

/** The webhooks API has error bodies of its own (zendesk-openapi.json, Webhooks_ErrorResponse). */
function buildWebhookNotFound(): VendorError {
  return new VendorError(404, {
    errors: [{ code: 'WebhookNotFound', field: 'id', message: 'Webhook not found' }],
  });
}
