import { InvalidInputError } from '../errors/InvalidInputError';
import { WEBHOOK_FORMATS, WEBHOOK_METHODS } from '../entities/SimWebhook';
import type { SimWebhook, WebhookAuthentication } from '../entities/SimWebhook';
import { isRecord } from '../wire/isRecord';
import { readOneOf, readText } from './readDefinition';
import type { BuildFacts, Definition } from './readDefinition';

/** Who made or changed the webhook; `-1` stands for the system, which acts for an app (zendesk.md 7.1). */
type WebhookFacts = BuildFacts & { by: string; secret: string };

/** Throws InvalidInputError when a property that Zendesk demands (zendesk.md 4) is missing or wrong. */
export function buildWebhook(
  id: string,
  definition: Definition,
  facts: WebhookFacts,
  earlier?: SimWebhook,
): SimWebhook {
  const secret = isRecord(definition.signing_secret) ? definition.signing_secret['secret'] : undefined;
  const headers = definition.custom_headers;
  return {
    id,
    name: readText(definition, 'name'),
    description: String(definition.description ?? ''),
    endpoint: readEndpoint(definition),
    http_method: readOneOf(definition, 'http_method', WEBHOOK_METHODS),
    request_format: readOneOf(definition, 'request_format', WEBHOOK_FORMATS),
    status: readOneOf(definition, 'status', ['active', 'inactive']),
    subscriptions: Array.isArray(definition.subscriptions) ? definition.subscriptions.map(String) : [],
    authentication: (definition.authentication as WebhookAuthentication | undefined) ?? null,
    custom_headers: isRecord(headers) ? toTexts(headers) : {},
    signing_secret: { algorithm: 'SHA256', secret: typeof secret === 'string' ? secret : facts.secret },
    external_source: facts.appName === null ? null : { name: facts.appName, version: '1' },
    created_at: earlier?.created_at ?? facts.now,
    created_by: earlier?.created_by ?? facts.by,
    updated_at: facts.now,
    updated_by: facts.by,
  };
}

function readEndpoint(definition: Definition): string {
  const endpoint = readText(definition, 'endpoint');
  const isWeb = URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol);
  if (isWeb) return endpoint;
  const description = `endpoint ${endpoint} is not a URL.`;
  throw new InvalidInputError({ field: 'endpoint', description, error: 'InvalidValue' });
}

function toTexts(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]));
}
