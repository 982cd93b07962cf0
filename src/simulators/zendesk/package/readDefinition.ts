import { InvalidInputError } from '../errors/InvalidInputError';
import { isRecord } from '../wire/isRecord';

/** An object as requirements.json or the API describes it. */
export type Definition = Record<string, unknown>;

/** What a builder needs besides the definition; `appName` is null when no app makes the object. */
export type BuildFacts = { nextId: () => number; appName: string | null; now: string };

/** Throws InvalidInputError for what is missing, empty or not text. */
export function readText(definition: Definition, name: string): string {
  const value = definition[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new InvalidInputError({ field: name, description: `${name} cannot be blank.`, error: 'BlankValue' });
}

export function readOneOf<Value extends string>(
  definition: Definition,
  name: string,
  values: readonly Value[],
): Value {
  const found = values.find((value) => value === definition[name]);
  if (found !== undefined) return found;
  const description = `${name} is one of ${values.join(', ')}.`;
  throw new InvalidInputError({ field: name, description, error: 'InclusionError' });
}

export function readRecords(input: unknown): Definition[] {
  return Array.isArray(input) ? input.filter(isRecord) : [];
}
