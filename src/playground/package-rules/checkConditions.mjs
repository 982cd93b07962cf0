import { isRecord } from './isRecord.mjs';
import { tagsOf } from './tags.mjs';

const EQUAL = ['is', 'is_not'];
const MOVING = [
  ...EQUAL,
  'changed',
  'not_changed',
  'value',
  'not_value',
  'value_previous',
  'not_value_previous',
];
const ORDERED = [...MOVING, 'less_than', 'greater_than'];
const TAGS = ['includes', 'not_includes'];

/** Conditions that triggers know, and their operators, as far as we use them (zendesk.md 6.2). */
const TRIGGER_CONDITIONS = {
  update_type: EQUAL,
  status: ORDERED,
  priority: ORDERED,
  type: MOVING,
  group_id: MOVING,
  assignee_id: MOVING,
  requester_id: MOVING,
  current_tags: TAGS,
  via_id: EQUAL,
  current_via_id: EQUAL,
  comment_is_public: EQUAL,
  role: EQUAL,
};

/** A view looks at tickets as they are: it knows no change, and nobody who is acting. */
const VIEW_CONDITIONS = {
  status: [...EQUAL, 'less_than', 'greater_than'],
  priority: [...EQUAL, 'less_than', 'greater_than'],
  type: EQUAL,
  group_id: EQUAL,
  assignee_id: EQUAL,
  requester_id: EQUAL,
  current_tags: TAGS,
  via_id: EQUAL,
};

/** What conditions of a custom field may ask (zendesk.md 6.2). */
const FIELD_OPERATORS = {
  trigger: [...MOVING, 'present', 'not_present'],
  view: [...EQUAL, 'present', 'not_present'],
};

const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

/** Values of conditions whose values are a closed list. */
const VALUES = {
  update_type: ['Create', 'Change'],
  status: STATUSES,
  type: ['question', 'incident', 'problem', 'task'],
  role: ['agent', 'end_user'],
};

/** Operators that ask whether, and compare with nothing. */
const WITHOUT_VALUE = ['changed', 'not_changed', 'present', 'not_present'];

/**
 * Problems of the conditions of a trigger or a view: fields and operators that there are, values that can be.
 * @param {string} where
 * @param {Record<string, unknown>[]} conditions
 * @param {{ kind: 'trigger' | 'view', ticketFields: unknown, tags: ReadonlySet<string> }} context
 * @returns {string[]}
 */
export function checkConditions(where, conditions, context) {
  return conditions.flatMap((condition) => checkCondition(where, condition, context));
}

/**
 * @param {string} where
 * @param {Record<string, unknown>} condition
 * @param {{ kind: 'trigger' | 'view', ticketFields: unknown, tags: ReadonlySet<string> }} context
 */
function checkCondition(where, { field, operator, value }, { kind, ticketFields, tags }) {
  const name = String(field);
  const identifier = /^custom_fields_(.+)$/.exec(name)?.[1];
  if (identifier !== undefined && !(isRecord(ticketFields) && identifier in ticketFields)) {
    return [`${where} names the unknown ticket field ${identifier}.`];
  }
  const known = kind === 'trigger' ? TRIGGER_CONDITIONS : VIEW_CONDITIONS;
  const operators = identifier === undefined ? read(known, name) : FIELD_OPERATORS[kind];
  if (operators === undefined) return [`${where} has the condition ${name}, which a ${kind} does not know.`];
  if (!operators.includes(String(operator))) {
    return [`${where} asks ${name} with the operator ${String(operator)}, which it does not know.`];
  }
  if (WITHOUT_VALUE.includes(String(operator))) return [];
  if (name === 'current_tags') {
    return tagsOf(value)
      .filter((tag) => !tags.has(tag))
      .map((tag) => `${where} asks for the tag ${tag}, which nothing sets.`);
  }
  const values = read(VALUES, name);
  if (values === undefined || values.includes(String(value))) return [];
  return [`${where} compares ${name} with ${String(value)}, which it never is.`];
}

/**
 * @param {Record<string, string[]>} table
 * @param {string} name
 */
const read = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);
