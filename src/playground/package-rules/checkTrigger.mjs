import { isRecord } from './isRecord.mjs';

const FIELD_PREFIX = 'custom_fields_';

/**
 * Problems of one trigger that Zendesk's validator does not see: it is scoped to creation or change, it names webhooks
 * and fields that are in the same file, and what it sends is JSON (zendesk.md 5.1, 6).
 * @param {string} where
 * @param {unknown} trigger
 * @param {Record<string, unknown>} requirements
 * @returns {string[]}
 */
export function checkTrigger(where, trigger, requirements) {
  const { conditions, actions } = Object(trigger);
  const all = listOf(Object(conditions).all);
  const parts = [...all, ...listOf(Object(conditions).any), ...listOf(actions)];
  const problems = [];
  if (listOf(actions).length === 0) problems.push(`${where} has no actions.`);
  if (!all.some((condition) => condition['field'] === 'update_type')) {
    problems.push(`${where} does not say whether it is for created or changed tickets.`);
  }
  for (const { field, value } of parts) {
    if (field === 'notification_webhook') problems.push(...checkNotification(where, value, requirements));
    if (typeof field !== 'string' || !field.startsWith(FIELD_PREFIX)) continue;
    const identifier = field.slice(FIELD_PREFIX.length);
    if (!has(requirements['ticket_fields'], identifier)) {
      problems.push(`${where} names the unknown ticket field ${identifier}.`);
    }
  }
  return problems;
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {Record<string, unknown>} requirements
 */
function checkNotification(where, value, requirements) {
  const [webhook, body] = Array.isArray(value) ? value : [];
  const problems = [];
  if (!has(requirements['webhooks'], String(webhook))) {
    problems.push(`${where} names the unknown webhook ${String(webhook)}.`);
  }
  // Placeholders stand inside strings, so the body is JSON before they are filled as well.
  if (!isJson(body)) problems.push(`${where} sends a body that is not JSON.`);
  return problems;
}

/**
 * @param {unknown} group
 * @param {string} identifier
 */
const has = (group, identifier) => isRecord(group) && identifier in group;

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>[]}
 */
const listOf = (value) => (Array.isArray(value) ? value.filter(isRecord) : []);

/** @param {unknown} text */
function isJson(text) {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}
