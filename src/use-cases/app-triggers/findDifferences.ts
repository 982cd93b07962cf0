import type { TriggerDifference } from '../../contract/triggers';
import type { Rule, RuleAction, RuleCondition } from '../ports/deskInspection';

/**
 * In which parts one rule is not the other. Differences that mean nothing are none: the order of conditions and of tags, numbers
 * given as texts, line ends, and the other name of a field of one's own (`ticket_fields_` for `custom_fields_`).
 */
export function findDifferences(seen: Rule, shipped: Rule): TriggerDifference[] {
  const isOther: Record<Exclude<TriggerDifference, 'order'>, boolean> = {
    title: seen.title !== shipped.title,
    active: seen.isActive !== shipped.isActive,
    conditions:
      toComparable(seen.conditions.all) !== toComparable(shipped.conditions.all) ||
      toComparable(seen.conditions.any) !== toComparable(shipped.conditions.any),
    actions: seen.actions.map(toText).join('\n') !== shipped.actions.map(toText).join('\n'),
  };
  return (['title', 'active', 'conditions', 'actions'] as const).filter((part) => isOther[part]);
}

function toComparable(conditions: readonly RuleCondition[]): string {
  return conditions.map(toText).sort().join('\n');
}

function toText(part: RuleCondition | RuleAction): string {
  const field = part.field.replace(/^ticket_fields_/, 'custom_fields_');
  const value = toComparableValue(part.value);
  return JSON.stringify([
    field,
    'operator' in part ? part.operator : null,
    field.endsWith('_tags') && typeof value === 'string' ? value.split(/\s+/).sort().join(' ') : value,
  ]);
}

function toComparableValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toComparableValue);
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'object' ? value : String(value).replaceAll('\r\n', '\n').trim();
}
