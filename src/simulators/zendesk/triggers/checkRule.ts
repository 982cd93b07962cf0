import type { SimMacro } from '../entities/SimMacro';
import type { SimTrigger, TriggerAction } from '../entities/SimTrigger';
import type { SimView } from '../entities/SimView';
import type { World } from '../world/World';
import { MACRO_ACTIONS, TRIGGER_ACTIONS } from './actionTable';
import { isCustomField, readTriggerOperators, readViewOperators } from './conditionTable';

type Conditions = SimTrigger['conditions'];
type ReadOperators = (field: string, world: World) => readonly string[] | undefined;

/** At least one of these must stand among a view's `all` (from memory of the vendor's documentation). */
const VIEW_NEEDS = ['status', 'type', 'group_id', 'assignee_id', 'requester_id'];

/**
 * What is wrong with a trigger, in sentences; an empty list when it can run. Covers the fields and operators that the
 * simulator plays and whether the webhooks and fields it names exist.
 */
export function checkTrigger(trigger: Pick<SimTrigger, 'conditions' | 'actions'>, world: World): string[] {
  const problems = checkConditions(trigger.conditions, world, readTriggerOperators);
  if (trigger.actions.length === 0) problems.push('A trigger needs an action.');
  return [
    ...problems,
    ...checkActions(trigger.actions, world, TRIGGER_ACTIONS),
    ...trigger.actions.flatMap((action) => checkWebhookAction(action, world)),
  ];
}

export function checkMacro(macro: Pick<SimMacro, 'actions'>, world: World): string[] {
  const problems = macro.actions.length === 0 ? ['A macro needs an action.'] : [];
  return [...problems, ...checkActions(macro.actions, world, MACRO_ACTIONS)];
}

export function checkView(view: Pick<SimView, 'conditions'>, world: World): string[] {
  const problems = checkConditions(view.conditions, world, readViewOperators);
  if (!view.conditions.all.some(({ field }) => VIEW_NEEDS.includes(field))) {
    problems.push(`A view needs one of ${VIEW_NEEDS.join(', ')} among the conditions of all.`);
  }
  return problems;
}

function checkConditions({ all, any }: Conditions, world: World, readOperators: ReadOperators): string[] {
  return [...all, ...any].flatMap(({ field, operator = 'is' }) => {
    const operators = readOperators(field, world);
    if (operators === undefined) return [`There is no condition ${field}.`];
    return operators.includes(operator) ? [] : [`${field} does not know the operator ${operator}.`];
  });
}

function checkActions(actions: readonly TriggerAction[], world: World, known: readonly string[]): string[] {
  return actions.flatMap(({ field }) =>
    known.includes(field) || isCustomField(field, world) ? [] : [`There is no action ${field}.`],
  );
}

function checkWebhookAction({ field, value }: TriggerAction, world: World): string[] {
  if (field !== 'notification_webhook') return [];
  const webhookId = Array.isArray(value) ? String(value[0]) : '';
  return world.webhooks.get(webhookId) === undefined ? [`There is no webhook ${webhookId}.`] : [];
}
