import type { SimTicketField } from '../entities/SimTicketField';
import { TICKET_PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '../entities/SimTicket';
import type { World } from '../world/World';
import { readCustomFieldId, readUserFieldKey } from './fieldNames';

/** A condition that rules may have: what it is called, with which operators, and which values there are to choose. */
export type ConditionKind = {
  title: string;
  operators: readonly string[];
  values?: readonly { value: string; title: string }[];
};

const CHANGE_OPERATORS = [
  'is',
  'is_not',
  'changed',
  'not_changed',
  'value',
  'not_value',
  'value_previous',
  'not_value_previous',
] as const;
const ORDER_OPERATORS = [...CHANGE_OPERATORS, 'less_than', 'greater_than'] as const;
const FIELD_OPERATORS = [...CHANGE_OPERATORS, 'present', 'not_present', 'includes', 'not_includes'] as const;
const IS_OPERATORS = ['is', 'is_not'] as const;
const COUNT_OPERATORS = ['is', 'is_not', 'less_than', 'greater_than'] as const;
const WORD_OPERATORS = ['is', 'is_not', 'includes', 'not_includes'] as const;
const TAG_OPERATORS = ['includes', 'not_includes'] as const;

/** What a view may ask of a ticket as it stands; only a trigger sees a change. */
const STANDING_OPERATORS: readonly string[] = [
  'is',
  'is_not',
  'less_than',
  'greater_than',
  'includes',
  'not_includes',
  'present',
  'not_present',
];

/** The conditions of zendesk.md 6.2 that need nothing of the account; custom fields come beside them. */
export const CONDITION_KINDS: Readonly<Record<string, ConditionKind>> = {
  update_type: { title: 'Ticket', operators: IS_OPERATORS, values: toValues(['Create', 'Change']) },
  status: { title: 'Status', operators: ORDER_OPERATORS, values: toValues(TICKET_STATUSES) },
  priority: { title: 'Priority', operators: ORDER_OPERATORS, values: toValues(TICKET_PRIORITIES) },
  type: { title: 'Type', operators: CHANGE_OPERATORS, values: toValues(TICKET_TYPES) },
  group_id: { title: 'Group', operators: CHANGE_OPERATORS },
  assignee_id: { title: 'Assignee', operators: CHANGE_OPERATORS },
  requester_id: { title: 'Requester', operators: CHANGE_OPERATORS },
  organization_id: { title: 'Organization', operators: CHANGE_OPERATORS },
  problem_id: { title: 'Problem', operators: FIELD_OPERATORS },
  brand_id: { title: 'Brand', operators: CHANGE_OPERATORS },
  ticket_form_id: { title: 'Form', operators: CHANGE_OPERATORS },
  current_tags: { title: 'Tags', operators: TAG_OPERATORS },
  via_id: { title: 'Channel', operators: IS_OPERATORS },
  current_via_id: { title: 'Update via', operators: IS_OPERATORS },
  recipient: { title: 'Received at', operators: IS_OPERATORS },
  locale_id: { title: "Requester's language", operators: IS_OPERATORS },
  comment_is_public: { title: 'Comment', operators: IS_OPERATORS },
  ticket_is_public: { title: 'Privacy', operators: IS_OPERATORS, values: toValues(['public', 'private']) },
  role: { title: 'Current user', operators: IS_OPERATORS },
  current_user: { title: 'Current user', operators: IS_OPERATORS },
  subject_includes_word: { title: 'Subject text', operators: WORD_OPERATORS },
  comment_includes_word: { title: 'Comment text', operators: WORD_OPERATORS },
  replies: { title: 'Agent replies', operators: COUNT_OPERATORS },
  reopens: { title: 'Reopens', operators: COUNT_OPERATORS },
  in_business_hours: { title: 'Within business hours', operators: IS_OPERATORS },
  satisfaction_score: { title: 'Satisfaction', operators: IS_OPERATORS },
};

/** Conditions that speak of an update, which a view does not see. */
const OF_UPDATES = ['update_type', 'current_via_id', 'comment_is_public', 'role', 'current_user'];
const OF_COMMENTS = [
  'comment_includes_word',
  'subject_includes_word',
  'in_business_hours',
  'replies',
  'reopens',
];

/** The operators of a trigger's condition; undefined when there is no such field. */
export function readTriggerOperators(field: string, world: World): readonly string[] | undefined {
  return isCustomField(field, world) ? FIELD_OPERATORS : CONDITION_KINDS[field]?.operators;
}

/** The operators of a view's condition; undefined when views cannot ask for it. */
export function readViewOperators(field: string, world: World): readonly string[] | undefined {
  if (OF_UPDATES.includes(field) || OF_COMMENTS.includes(field)) return undefined;
  return readTriggerOperators(field, world)?.filter((operator) => STANDING_OPERATORS.includes(operator));
}

export function readFieldCondition(field: SimTicketField): ConditionKind {
  const values = field.custom_field_options.map(({ value, name }) => ({ value, title: name }));
  return { title: field.title, operators: FIELD_OPERATORS, ...(values.length > 0 && { values }) };
}

/** Whether the name is that of a custom field of tickets or of their requester that the account has. */
export function isCustomField(field: string, world: World): boolean {
  const key = readUserFieldKey(field);
  if (key !== undefined) return world.userFields.find((one) => one.key === key) !== undefined;
  return world.ticketFields.get(Number(readCustomFieldId(field))) !== undefined;
}

function toValues(values: readonly string[]): { value: string; title: string }[] {
  return values.map((value) => ({ value, title: value.charAt(0).toUpperCase() + value.slice(1) }));
}
