import type { RuleAction } from '../ports/deskInspection';
import type { References } from './resolveReferences';

/** A ticket field in a text: its value, or the title of the option that was chosen (zendesk.md 6.5). */
const PLACEHOLDER = /\b(ticket\.ticket_field_(?:option_title_)?)(\w+)/g;

/**
 * Puts real ids in place of identifiers and twins that the texts of actions name. An identifier of the app whose field is not there
 * stays: the helpdesk renders it as nothing, and our texts are written for that. `unknown`: ids of fields that are gone; which field
 * was meant, nobody can tell from a text.
 */
export function resolveTexts(
  actions: readonly RuleAction[],
  { fieldIds, twins, knownFieldIds }: Pick<References, 'fieldIds' | 'twins' | 'knownFieldIds'>,
): { actions: RuleAction[]; unknown: string[] } {
  const unknown = new Set<string>();
  const resolveText = (text: string) =>
    text.replace(PLACEHOLDER, (found, name: string, field: string) => {
      const id = fieldIds.get(field) ?? twins.get(field);
      if (id !== undefined) return `${name}${id}`;
      if (/^\d+$/.test(field) && !knownFieldIds.has(field)) unknown.add(found);
      return found;
    });
  const resolveValue = (value: unknown): unknown => {
    if (typeof value === 'string') return resolveText(value);
    return Array.isArray(value) ? value.map(resolveValue) : value;
  };
  const resolved = actions.map((action) => ({ ...action, value: resolveValue(action.value) }));
  return { actions: resolved, unknown: [...unknown] };
}
