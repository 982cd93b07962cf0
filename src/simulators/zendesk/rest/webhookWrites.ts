import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '../access/Caller';
import { readWireTime } from '../Desk';
import type { SimWebhook } from '../entities/SimWebhook';
import { InvalidInputError } from '../errors/InvalidInputError';
import { buildForbidden } from '../errors/VendorError';
import { buildWebhook } from '../package/buildWebhook';
import { isRecord } from '../wire/isRecord';
import { omit } from '../wire/omit';
import { toWireWebhook } from '../wire/toWireWebhook';
import { readBodyObject, requireAdmin } from './require';
import { buildWebhookError, requireWebhook } from './requireWebhook';
import type { RestDeps } from './RestDeps';

type ById = { Params: { id: string } };
type ByQuery = { Querystring: { webhook_id?: string } };

/** Making, changing, trying and removing webhooks, for admins (zendesk.md 4 and 7.1). */
export function registerWebhookWrites(app: FastifyInstance, deps: RestDeps): void {
  const { world } = deps.desk;

  app.post('/api/v2/webhooks', async (request, reply) => {
    const caller = requireAdmin(deps, request);
    const webhook = saveWebhook(deps, caller, undefined, readBodyObject(request, 'webhook'));
    return reply.code(201).send({ webhook: toWireWebhook(webhook) });
  });
  for (const method of ['PUT', 'PATCH'] as const) {
    app.route<ById>({
      method,
      url: '/api/v2/webhooks/:id',
      handler: async (request, reply) => {
        const caller = requireAdmin(deps, request);
        const webhook = requireWebhook(deps, request.params.id);
        saveWebhook(deps, caller, webhook, readBodyObject(request, 'webhook'));
        return reply.code(204).send();
      },
    });
  }
  // A webhook that an app made goes with the app only (zendesk.md 4).
  app.delete<ById>('/api/v2/webhooks/:id', async (request, reply) => {
    requireAdmin(deps, request);
    const { id, external_source } = requireWebhook(deps, request.params.id);
    if (external_source !== null) throw buildForbidden();
    world.webhooks.remove(id);
    return reply.code(204).send();
  });
  app.post<ById>('/api/v2/webhooks/:id/signing_secret', async (request, reply) => {
    requireAdmin(deps, request);
    const webhook = requireWebhook(deps, request.params.id);
    if (webhook.external_source !== null) throw buildForbidden();
    const signing_secret = { algorithm: 'SHA256', secret: makeSecret() };
    world.webhooks.put({ ...webhook, signing_secret });
    return reply.code(201).send({ signing_secret });
  });
  app.post<ByQuery>('/api/v2/webhooks/test', async (request) => {
    requireAdmin(deps, request);
    const { webhook_id: id } = request.query;
    const earlier = id === undefined ? undefined : requireWebhook(deps, id);
    const input = readBodyObject(request, 'webhook');
    const webhook = buildChecked(
      { ...TEST_DEFAULTS, ...earlier, ...(isRecord(input) && input) },
      deps,
      '-1',
      earlier,
    );
    return { test: await deps.testWebhook(webhook, earlier !== undefined) };
  });
}

const TEST_DEFAULTS = { name: 'Test', http_method: 'POST', request_format: 'json', status: 'active' };

/** How a webhook is connected, to triggers or to events, cannot be changed later (zendesk.md 7.1). */
function saveWebhook(
  deps: RestDeps,
  { user }: Caller,
  earlier: SimWebhook | undefined,
  input: unknown,
): SimWebhook {
  const changes = isRecord(input) ? input : {};
  const webhook = buildChecked({ ...earlier, ...changes }, deps, String(user.id), earlier);
  const isTriggered = ({ subscriptions }: SimWebhook) => subscriptions.includes('conditional_ticket_events');
  if (earlier !== undefined && isTriggered(earlier) !== isTriggered(webhook)) {
    throw buildWebhookError(400, {
      code: 'InvalidSubscriptions',
      field: 'subscriptions',
      message: 'The connection method of a webhook cannot be changed.',
    });
  }
  return deps.desk.world.webhooks.put(webhook);
}

function buildChecked(
  definition: Record<string, unknown>,
  { desk }: RestDeps,
  by: string,
  earlier?: SimWebhook,
): SimWebhook {
  const { world } = desk;
  const facts = {
    nextId: () => world.ids.nextId(),
    appName: earlier?.external_source?.name ?? null,
    now: readWireTime(desk.clock),
    by,
    secret: makeSecret(),
  };
  try {
    // Whatever is sent, the secret is given by Zendesk.
    const own = omit(definition, 'signing_secret');
    const webhook = buildWebhook(earlier?.id ?? world.ids.nextUlid(), own, facts, earlier);
    return earlier === undefined ? webhook : { ...webhook, signing_secret: earlier.signing_secret };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw buildWebhookError(
      400,
      ...error.invalid.map(({ field, description, error: code }) => ({ code, field, message: description })),
    );
  }
}

const SECRET_BYTES = 24;

function makeSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}
