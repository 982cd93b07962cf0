import type { SimFieldOption, SimTicketField } from '../entities/SimTicketField';
import type { SimTrigger } from '../entities/SimTrigger';
import type { SimUserField } from '../entities/SimUserField';
import { WEBHOOK_FORMATS, WEBHOOK_METHODS } from '../entities/SimWebhook';
import type { SimWebhook, WebhookAuthentication } from '../entities/SimWebhook';
import { parseActions, parseConditions } from '../triggers/parseRule';
import { isRecord } from '../wire/isRecord';

type Definition = Record<string, unknown>;
type Facts = { nextId: () => number; appName: string; now: string };

/** `earlier` is the field before an update of the app: an option that stays keeps its id. */
export function buildTicketField(
  id: number,
  definition: Definition,
  facts: Facts,
  earlier: SimTicketField | undefined,
): SimTicketField {
  const title = readText(definition, 'title');
  const description = String(definition.description ?? '');
  const isVisible = definition.visible_in_portal === true;
  return {
    id,
    type: readText(definition, 'type'),
    title,
    title_in_portal: String(definition.title_in_portal ?? title),
    description,
    agent_description: String(definition.agent_description ?? ''),
    active: definition.active !== false,
    required: definition.required === true,
    visible_in_portal: isVisible,
    editable_in_portal: isVisible && definition.editable_in_portal === true,
    required_in_portal: definition.required_in_portal === true,
    position: 9999,
    custom_field_options: buildOptions(definition, facts, earlier?.custom_field_options ?? []),
    creator_app_name: facts.appName,
    created_at: earlier?.created_at ?? facts.now,
    updated_at: facts.now,
  };
}

export function buildUserField(id: number, definition: Definition, facts: Facts): SimUserField {
  return {
    id,
    key: readText(definition, 'key'),
    type: readText(definition, 'type'),
    title: readText(definition, 'title'),
    description: String(definition.description ?? ''),
    active: definition.active !== false,
    position: 9999,
    custom_field_options: buildOptions(definition, facts, []),
    created_at: facts.now,
    updated_at: facts.now,
  };
}

/** Throws a sentence when a property that the validator demands (zendesk.md 4) is missing or wrong. */
export function buildWebhook(id: string, definition: Definition, facts: Facts): SimWebhook {
  const endpoint = readText(definition, 'endpoint');
  if (!URL.canParse(endpoint)) throw new Error(`Webhook endpoint ${endpoint} is not a URL.`);
  const secret = isRecord(definition.signing_secret) ? definition.signing_secret['secret'] : undefined;
  const headers = definition.custom_headers;
  return {
    id,
    name: readText(definition, 'name'),
    description: String(definition.description ?? ''),
    endpoint,
    http_method: readOneOf(definition, 'http_method', WEBHOOK_METHODS),
    request_format: readOneOf(definition, 'request_format', WEBHOOK_FORMATS),
    status: readOneOf(definition, 'status', ['active', 'inactive']),
    subscriptions: Array.isArray(definition.subscriptions) ? definition.subscriptions.map(String) : [],
    authentication: (definition.authentication as WebhookAuthentication | undefined) ?? null,
    custom_headers: isRecord(headers) ? toTexts(headers) : {},
    signing_secret: { algorithm: 'SHA256', secret: typeof secret === 'string' ? secret : `secret-of-${id}` },
    external_source: { name: facts.appName, version: '1' },
    created_at: facts.now,
    created_by: '-1',
    updated_at: facts.now,
    updated_by: '-1',
  };
}

export function buildTrigger(id: number, definition: Definition, facts: Facts): SimTrigger {
  return {
    id,
    title: readText(definition, 'title'),
    description: String(definition.description ?? ''),
    active: definition.active !== false,
    position: 0,
    conditions: parseConditions(definition.conditions),
    actions: parseActions(definition.actions),
    created_at: facts.now,
    updated_at: facts.now,
  };
}

function buildOptions(
  definition: Definition,
  facts: Facts,
  earlier: readonly SimFieldOption[],
): SimFieldOption[] {
  const options = definition.custom_field_options;
  return (Array.isArray(options) ? options : []).filter(isRecord).map((option, position) => {
    const value = readText(option, 'value');
    const id = earlier.find((one) => one.value === value)?.id ?? facts.nextId();
    return { id, name: readText(option, 'name'), value, position };
  });
}

function readText(definition: Definition, name: string): string {
  const value = definition[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`A requirement needs ${name}: ${JSON.stringify(definition).slice(0, 200)}`);
}

function readOneOf<Value extends string>(
  definition: Definition,
  name: string,
  values: readonly Value[],
): Value {
  const found = values.find((value) => value === definition[name]);
  if (found === undefined) throw new Error(`A requirement's ${name} is one of ${values.join(', ')}.`);
  return found;
}

function toTexts(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]));
}
