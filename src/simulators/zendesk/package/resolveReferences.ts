import type { SimRequirement } from '../entities/SimInstallation';
import { isRecord } from '../wire/isRecord';

/**
 * A rule (trigger, macro, view) of requirements.json with the identifiers of other requirements replaced by real ids:
 * the first element of a `notification_webhook` action, `custom_fields_<identifier>` in conditions and actions, and
 * `ticket.ticket_field_<identifier>` in the texts of actions. The syntax is an inference (zendesk.md 4). Anything else is left as it
 * is, and so is a definition without rules.
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
  if (Array.isArray(actions)) resolved.actions = resolveFields(resolveTexts(actions, made), made);
  return resolved;
}

/** In every text within; `ticket.ticket_field_option_title_<identifier>` is the other name that a field has in a text. */
function resolveTexts<Part>(part: Part, made: readonly SimRequirement[]): Part {
  return JSON.parse(JSON.stringify(part), (_key, held: unknown) =>
    typeof held !== 'string'
      ? held
      : held.replace(
          /\b(ticket\.ticket_field_(?:option_title_)?)(\w+)/g,
          (found, name: string, identifier) => {
            const id = findId(made, 'ticket_fields', identifier);
            return id === undefined ? found : `${name}${String(id)}`;
          },
        ),
  ) as Part;
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
