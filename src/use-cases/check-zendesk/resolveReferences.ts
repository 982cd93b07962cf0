import type { Rule, RuleAction, WantedRule } from '../ports/deskInspection';
import { resolveTexts } from './resolveTexts';

/** What the references of a rule can lead to. */
export type References = {
  /** Ids of the app's ticket fields by its identifiers. */
  fieldIds: ReadonlyMap<string, string>;
  /** Fields that stand for another one of the app: the id of the field that the bridge takes. */
  twins: ReadonlyMap<string, string>;
  /** Every field of the account. */
  knownFieldIds: ReadonlySet<string>;
  /** The webhook that the bridge is told by; undefined: there is none. */
  webhookId: string | undefined;
  /** Webhooks of the account that are none of the app's. */
  foreignWebhookIds: ReadonlySet<string>;
};

/** A rule with real ids, and the references that lead nowhere and could not be told. */
export type Resolved = { rule: Pick<Rule, 'conditions' | 'actions'>; isChanged: boolean; unknown: string[] };

const FIELD = /^(?:custom|ticket)_fields_(.+)$/;
const WEBHOOK = 'notification_webhook';

/**
 * Puts real ids in place of identifiers that the helpdesk never resolved, of fields that are gone, of twins that a second
 * installation brought, and of webhooks that are gone; in the texts of actions, of the first three of these where the field is
 * known. Everything else of the rule stays as people made it.
 */
export function resolveReferences(
  rule: Pick<Rule, 'conditions' | 'actions'>,
  wanted: WantedRule,
  references: References,
): Resolved {
  const unknown: string[] = [];
  const only = findOnlyField(wanted, references);
  const resolve = <Part extends { field: string }>(part: Part): Part => {
    const name = FIELD.exec(part.field)?.[1];
    if (name === undefined) return part;
    const id = references.fieldIds.get(name) ?? references.twins.get(name);
    if (id !== undefined) return { ...part, field: `custom_fields_${id}` };
    if (references.knownFieldIds.has(name)) return part;
    if (only === undefined) unknown.push(part.field);
    return only === undefined ? part : { ...part, field: `custom_fields_${only}` };
  };
  const { conditions } = rule;
  const texts = resolveTexts(rule.actions, references);
  unknown.push(...texts.unknown);
  const resolved = {
    conditions: { all: conditions.all.map(resolve), any: conditions.any.map(resolve) },
    actions: resolveWebhook(texts.actions.map(resolve), wanted.actions, references),
  };
  return { rule: resolved, isChanged: !isSame(resolved, rule), unknown };
}

/** The one field that the app's rule speaks of: then a reference to a field that is gone can only mean this one. */
function findOnlyField(wanted: WantedRule, { fieldIds }: References): string | undefined {
  const { all, any } = wanted.conditions;
  const names = new Set(
    [...all, ...any, ...wanted.actions].flatMap(({ field }) => FIELD.exec(field)?.[1] ?? []),
  );
  const [only] = names;
  return names.size === 1 && only !== undefined ? fieldIds.get(only) : undefined;
}

function resolveWebhook(
  actions: RuleAction[],
  wanted: readonly RuleAction[],
  { webhookId, foreignWebhookIds }: References,
): RuleAction[] {
  const call = wanted.find(({ field }) => field === WEBHOOK);
  if (call === undefined || webhookId === undefined) return actions;
  if (actions.some((action) => readWebhookId(action) === webhookId)) return actions;
  const lost = actions.find((action) => {
    const id = readWebhookId(action);
    return id !== undefined && !foreignWebhookIds.has(id);
  });
  if (lost === undefined) return [...actions, { field: WEBHOOK, value: withWebhook(call.value, webhookId) }];
  return actions.map((action) =>
    action === lost ? { ...action, value: withWebhook(action.value, webhookId) } : action,
  );
}

function readWebhookId({ field, value }: RuleAction): string | undefined {
  return field === WEBHOOK && Array.isArray(value) ? String(value[0]) : undefined;
}

function withWebhook(value: unknown, webhookId: string): unknown[] {
  return [webhookId, ...(Array.isArray(value) ? value.slice(1) : [])];
}

function isSame(one: Resolved['rule'], other: Resolved['rule']): boolean {
  return JSON.stringify(one) === JSON.stringify({ conditions: other.conditions, actions: other.actions });
}
