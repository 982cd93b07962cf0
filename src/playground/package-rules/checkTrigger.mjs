import { checkActions } from './checkActions.mjs';
import { checkConditions } from './checkConditions.mjs';
import { listOf, listTags } from './tags.mjs';

/**
 * Problems of one trigger that Zendesk's validator does not see: it is scoped to creation or change, asks and does what
 * triggers can, names webhooks and fields that are in the same file, and what it sends can be rendered (zendesk.md 5.1, 6).
 * @param {string} where
 * @param {unknown} trigger
 * @param {Record<string, unknown>} requirements
 * @returns {string[]}
 */
export function checkTrigger(where, trigger, requirements) {
  const { conditions, actions } = Object(trigger);
  const all = listOf(Object(conditions).all);
  const problems = all.some((condition) => condition['field'] === 'update_type')
    ? []
    : [`${where} does not say whether it is for created or changed tickets.`];
  const context = { ticketFields: requirements['ticket_fields'], tags: listTags(requirements) };
  return [
    ...problems,
    ...checkConditions(where, [...all, ...listOf(Object(conditions).any)], { kind: 'trigger', ...context }),
    ...checkActions(where, actions, { kind: 'trigger', requirements }),
  ];
}
