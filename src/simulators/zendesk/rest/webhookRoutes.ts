import type { FastifyInstance } from 'fastify';
import { buildForbidden } from '../errors/VendorError';
import { toWireInvocation, toWireWebhook } from '../wire/toWireWebhook';
import { requireAdmin } from './require';
import { buildWebhookNotFound, requireWebhook } from './requireWebhook';
import type { RestDeps } from './RestDeps';
import { toWebhookPage } from './toPage';
import { registerWebhookWrites } from './webhookWrites';

type ById = { Params: { id: string } };
type ByInvocation = { Params: { id: string; invocationId: string } };
type Listing = { Querystring: { 'filter[name_contains]'?: string; 'filter[status]'?: string } };

/** Webhooks and what came of their calls, for admins (zendesk.md 7.1). */
export function registerWebhookRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { world, baseUrl } = deps.desk;
  registerWebhookWrites(app, deps);

  app.get<Listing>('/api/v2/webhooks', async (request) => {
    requireAdmin(deps, request);
    const { 'filter[name_contains]': part = '', 'filter[status]': status } = request.query;
    const webhooks = world.webhooks.filter(
      (webhook) =>
        webhook.name.toLowerCase().includes(part.toLowerCase()) &&
        (status === undefined || webhook.status === status),
    );
    const page = toWebhookPage(webhooks, request, baseUrl());
    return { webhooks: page.items.map(toWireWebhook), ...page.rest };
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
    const page = toWebhookPage(world.invocations.by('webhook', id).reverse(), request, baseUrl());
    return { invocations: page.items.map(toWireInvocation), ...page.rest };
  });

  app.get<ByInvocation>('/api/v2/webhooks/:id/invocations/:invocationId/attempts', async (request) => {
    requireAdmin(deps, request);
    const { id } = requireWebhook(deps, request.params.id);
    const invocation = world.invocations.get(request.params.invocationId);
    if (invocation?.webhook_id !== id) throw buildWebhookNotFound();
    return { attempts: invocation.attempts.map((one) => ({ ...one, invocation_id: invocation.id })) };
  });
}
