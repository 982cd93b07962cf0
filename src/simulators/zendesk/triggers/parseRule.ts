import type { RuleValue, SimTrigger, TriggerAction, TriggerCondition } from '../entities/SimTrigger';
import { InvalidInputError } from '../errors/InvalidInputError';
import { isRecord } from '../wire/isRecord';

/** `{all, any}` from what was sent; a missing list is empty. Throws InvalidInputError for an entry without a field. */
export function parseConditions(input: unknown): SimTrigger['conditions'] {
  const lists = isRecord(input) ? input : {};
  return { all: parseConditionList(lists.all), any: parseConditionList(lists.any) };
}

export function parseActions(input: unknown): TriggerAction[] {
  return toRecords(input, 'actions').map((entry) => ({
    field: String(entry.field),
    value: toRuleValue(entry.value),
  }));
}

function parseConditionList(input: unknown): TriggerCondition[] {
  return toRecords(input, 'conditions').map((entry) => ({
    field: String(entry.field),
    ...(entry.operator !== undefined && { operator: String(entry.operator) }),
    value: toRuleValue(entry.value),
  }));
}

function toRecords(input: unknown, name: string): Record<string, unknown>[] {
  const entries: unknown[] = Array.isArray(input) ? input : [];
  return entries.map((entry) => {
    if (isRecord(entry) && typeof entry.field === 'string') return entry;
    throw new InvalidInputError({
      field: name,
      description: `Each of the ${name} needs a field.`,
      error: 'InvalidValue',
    });
  });
}

function toRuleValue(input: unknown): RuleValue {
  if (input === undefined || input === null) return null;
  if (Array.isArray(input)) return input.map((part: unknown) => toPart(part));
  return typeof input === 'number' || typeof input === 'boolean' ? input : String(input);
}

function toPart(part: unknown): string | number | [string, string] {
  if (Array.isArray(part)) return [String(part[0]), String(part[1] ?? '')];
  return typeof part === 'number' ? part : String(part);
}
