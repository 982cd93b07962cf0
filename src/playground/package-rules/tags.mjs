import { isRecord } from './isRecord.mjs';

/**
 * Tags that come from neither a dropdown nor a trigger of the package: people tag the problem ticket of a defect, the bridge
 * the ticket that left a client with few credits or with none.
 */
const FROM_OUTSIDE = ['software_defect', 'support_credits_low', 'support_credits_out'];

/**
 * The tags in a condition or an action.
 * @param {unknown} value
 * @returns {string[]}
 */
export const tagsOf = (value) =>
  String(value ?? '')
    .split(/\s+/)
    .filter((tag) => tag !== '');

/**
 * Every tag that a ticket can have by this package: a value of a dropdown is a tag, actions add some.
 * @param {Record<string, unknown>} requirements
 * @returns {Set<string>}
 */
export function listTags(requirements) {
  const options = valuesOf(requirements['ticket_fields']).flatMap((field) =>
    listOf(field['custom_field_options']),
  );
  const added = [...valuesOf(requirements['triggers']), ...valuesOf(requirements['macros'])]
    .flatMap((rule) => listOf(rule['actions']))
    .filter(({ field }) => field === 'current_tags');
  return new Set([
    ...FROM_OUTSIDE,
    ...options.map(({ value }) => String(value)),
    ...added.flatMap(({ value }) => tagsOf(value)),
  ]);
}

/**
 * The records in a list; none when it is no list.
 * @param {unknown} value
 * @returns {Record<string, unknown>[]}
 */
export const listOf = (value) => (Array.isArray(value) ? value.filter(isRecord) : []);

/** @param {unknown} group */
const valuesOf = (group) => (isRecord(group) ? Object.values(group).filter(isRecord) : []);
