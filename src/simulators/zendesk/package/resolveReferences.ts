import type { SimRequirement } from '../entities/SimInstallation';
import { isRecord } from '../wire/isRecord';

/**
 * A rule (trigger, macro, view) of requirements.json with the identifiers of other requirements replaced by real ids:
 * the first element of a `notification_webhook` action, and `custom_fields_<identifier>` in conditions and actions. The
 * syntax is an inference (zendesk.md 4). Anything else is left as it is, and so is a definition without rules.
 */
export function resolveReferences(
  definition: Record<string, unknown>,
  made: readonly SimRequirement[],
): Record<string, unknown> {
  const resolved = { ...definition };
  const { conditions, actions, all, any } = definition;
  if (isRecord(conditions)) {
    resolved.conditions = {
      all: resolveFields(conditions.all, made),
      any: resolveFields(conditions.any, made),
    };
  }
  if (Array.isArray(all)) resolved.all = resolveFields(all, made);
  if (Array.isArray(any)) resolved.any = resolveFields(any, made);
  if (Array.isArray(actions)) resolved.actions = resolveFields(actions, made);
  return resolved;
}

function resolveFields(entries: unknown, made: readonly SimRequirement[]): unknown[] {
  return (Array.isArray(entries) ? entries : []).map((entry: unknown) => {
    if (!isRecord(entry)) return entry;
    const { field, value } = entry;
    if (field === 'notification_webhook' && Array.isArray(value)) {
      const [webhook, ...rest] = value as unknown[];
      return { ...entry, value: [findId(made, 'webhooks', webhook) ?? webhook, ...rest] };
    }
    const identifier = /^custom_fields_(.+)$/.exec(String(field))?.[1];
    const id = findId(made, 'ticket_fields', identifier);
    return id === undefined ? entry : { ...entry, field: `custom_fields_${String(id)}` };
  });
}

function findId(
  made: readonly SimRequirement[],
  type: string,
  identifier: unknown,
): number | string | undefined {
  return made.find((one) => one.requirement_type === type && one.identifier === identifier)?.requirement_id;
}
