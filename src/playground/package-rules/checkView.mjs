import { checkConditions } from './checkConditions.mjs';
import { listOf, listTags } from './tags.mjs';

/** Zendesk takes a view only when all of its tickets are told apart by one of these. */
const NEEDED = ['status', 'type', 'group_id', 'assignee_id', 'requester_id'];

/** Columns of a view, as far as we use them; sorting and grouping go by some of them only. */
const COLUMNS = [
  'status',
  'subject',
  'requester',
  'assignee',
  'group',
  'created',
  'updated',
  'priority',
  'nice_id',
];
const NOT_SORTED_BY = ['subject'];

/**
 * Problems of one view: conditions that a view knows, one of those that Zendesk insists on, and columns that there are.
 * @param {string} where
 * @param {unknown} view
 * @param {Record<string, unknown>} requirements
 * @returns {string[]}
 */
export function checkView(where, view, requirements) {
  const { all, any, output } = Object(view);
  const context = { ticketFields: requirements['ticket_fields'], tags: listTags(requirements) };
  const problems = checkConditions(where, [...listOf(all), ...listOf(any)], { kind: 'view', ...context });
  if (!listOf(all).some(({ field }) => NEEDED.includes(String(field)))) {
    problems.push(`${where} wants a condition on ${NEEDED.join(', ')}.`);
  }
  const { columns, group_by: groupBy, sort_by: sortBy } = Object(output);
  const names = Array.isArray(columns) ? columns.map(String) : [];
  if (names.length === 0) problems.push(`${where} shows no columns.`);
  const unknown = names.filter((name) => !COLUMNS.includes(name));
  problems.push(...unknown.map((name) => `${where} shows the unknown column ${name}.`));
  for (const name of [groupBy, sortBy].filter((each) => each !== undefined)) {
    if (!COLUMNS.includes(name) || NOT_SORTED_BY.includes(name)) {
      problems.push(`${where} cannot be sorted or grouped by ${String(name)}.`);
    }
  }
  return problems;
}
