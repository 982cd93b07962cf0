import type { SimTrigger } from '../entities/SimTrigger';
import type { World } from '../world/World';
import { readCustomFieldId } from './fieldNames';

const CHANGE_OPERATORS = [
  'is',
  'is_not',
  'changed',
  'not_changed',
  'value',
  'not_value',
  'value_previous',
  'not_value_previous',
];
const ORDER_OPERATORS = [...CHANGE_OPERATORS, 'less_than', 'greater_than'];
const FIELD_OPERATORS = [...CHANGE_OPERATORS, 'present', 'not_present'];
const IS_OPERATORS = ['is', 'is_not'];
const WORD_OPERATORS = ['is', 'is_not', 'includes', 'not_includes'];

/** Operators by field of a condition (zendesk.md 6.2). */
const CONDITION_OPERATORS: Record<string, readonly string[]> = {
  update_type: IS_OPERATORS,
  status: ORDER_OPERATORS,
  priority: ORDER_OPERATORS,
  type: CHANGE_OPERATORS,
  group_id: CHANGE_OPERATORS,
  assignee_id: CHANGE_OPERATORS,
  requester_id: CHANGE_OPERATORS,
  organization_id: CHANGE_OPERATORS,
  problem_id: FIELD_OPERATORS,
  current_tags: ['includes', 'not_includes'],
  via_id: IS_OPERATORS,
  current_via_id: IS_OPERATORS,
  comment_is_public: IS_OPERATORS,
  role: IS_OPERATORS,
  current_user: IS_OPERATORS,
  subject_includes_word: WORD_OPERATORS,
  comment_includes_word: WORD_OPERATORS,
};

const ACTION_FIELDS = [
  'current_tags',
  'remove_tags',
  'set_tags',
  'status',
  'type',
  'priority',
  'assignee_id',
  'group_id',
  'notification_webhook',
  'notification_user',
];

/**
 * What is wrong with a trigger, in sentences; an empty list when it can run. Covers the fields and operators that
 * the simulator plays and whether the webhooks and fields it names exist.
 */
export function checkRule(trigger: Pick<SimTrigger, 'conditions' | 'actions'>, world: World): string[] {
  const problems: string[] = [];
  for (const { field, operator = 'is' } of [...trigger.conditions.all, ...trigger.conditions.any]) {
    const operators = isCustomField(field, world) ? FIELD_OPERATORS : CONDITION_OPERATORS[field];
    if (operators === undefined) problems.push(`There is no condition ${field}.`);
    else if (!operators.includes(operator)) problems.push(`${field} does not know the operator ${operator}.`);
  }
  if (trigger.actions.length === 0) problems.push('A trigger needs an action.');
  for (const { field, value } of trigger.actions) {
    if (!ACTION_FIELDS.includes(field) && !isCustomField(field, world)) {
      problems.push(`There is no action ${field}.`);
    }
    if (field === 'notification_webhook') {
      const webhookId = Array.isArray(value) ? String(value[0]) : '';
      if (world.webhooks.get(webhookId) === undefined) problems.push(`There is no webhook ${webhookId}.`);
    }
  }
  return problems;
}

function isCustomField(field: string, world: World): boolean {
  if (/^requester\.custom_fields\.\w+$/.test(field)) return true;
  return world.ticketFields.get(Number(readCustomFieldId(field))) !== undefined;
}
