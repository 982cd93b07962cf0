import { isRecord } from '../wire/isRecord';
import type { Definition } from './readDefinition';

/** In this order: triggers, macros and views name fields and webhooks, so those must be there first. */
const REQUIREMENT_TYPES = [
  'ticket_fields',
  'user_fields',
  'webhooks',
  'triggers',
  'macros',
  'views',
] as const;
export type RequirementType = (typeof REQUIREMENT_TYPES)[number];

export type RequirementEntry = { type: RequirementType; identifier: string; definition: Definition };

/** Every entry of requirements.json, in the order of making; throws a sentence for what cannot be played. */
export function listRequirements(requirements: unknown): RequirementEntry[] {
  if (requirements === undefined) return [];
  if (!isRecord(requirements)) throw new Error('requirements.json is not an object.');
  const unplayed = Object.keys(requirements).find((key) => !REQUIREMENT_TYPES.some((type) => type === key));
  if (unplayed !== undefined) {
    throw new Error(`The simulator does not play requirements of type ${unplayed}.`);
  }
  return REQUIREMENT_TYPES.flatMap((type) => {
    const group = requirements[type] ?? {};
    if (!isRecord(group)) throw new Error(`requirements.json: ${type} is not an object.`);
    return Object.entries(group).map(([identifier, definition]) => {
      if (!isRecord(definition)) {
        throw new Error(`requirements.json: ${type}.${identifier} is not an object.`);
      }
      return { type, identifier, definition };
    });
  });
}
