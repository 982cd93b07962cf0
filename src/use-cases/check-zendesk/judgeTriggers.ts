import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { RuleAction, RuleCondition, SeenRule, WantedRule } from '../ports/deskInspection';
import type { FoundRule } from './findRules';
import type { Judgement } from './judgement';
import { resolveReferences } from './resolveReferences';
import type { References } from './resolveReferences';

const STEP = 'triggers';

/**
 * Whether the triggers of the app are there, active, in order, and lead where they should. An admin may move, reword and
 * switch them off, and routing follows: that is told. Only what cannot work is mended.
 */
export function judgeTriggers(found: readonly FoundRule[], references: References): Judgement[] {
  const judgements = [...found.flatMap((one) => judgeTrigger(one, references)), ...judgeOrder(found)];
  if (judgements.length > 0) return judgements;
  return [toFinding(STEP, 'good', say('triggers_good', { count: found.length }))];
}

function judgeTrigger({ wanted, candidates }: FoundRule, references: References): Judgement[] {
  const [trigger, ...others] = candidates;
  if (trigger === undefined) return [judgeMissing(wanted, references)];
  const judgements: Judgement[] = [];
  if (others.some(({ isActive }) => isActive)) {
    const several = say('trigger_several', { title: trigger.title, count: candidates.length });
    judgements.push(toFinding(STEP, 'note', several, say('trigger_delete_others')));
  }
  if (!trigger.isActive) judgements.push(judgeInactive(trigger, wanted));
  return [...judgements, ...judgeReferences(trigger, wanted, references), ...judgeTags(trigger, wanted)];
}

/** Without the calls of the webhook the bridge learns of changes by its sweep alone; mails are the choice of the admin. */
function judgeMissing(wanted: WantedRule, references: References): Judgement {
  const { rule, unknown } = resolveReferences(wanted, wanted, references);
  const { title, isActive } = wanted;
  const canBeMade = unknown.length === 0 && !(callsWebhook(wanted) && references.webhookId === undefined);
  const missing = say('trigger_missing', { title });
  return {
    ...(isMail(wanted)
      ? toFinding(STEP, 'note', missing, say('trigger_make_mail'))
      : toFinding(STEP, 'problem', missing, say('trigger_make'))),
    ...(canBeMade ? { repair: { kind: 'create_trigger', rule: { title, isActive, ...rule } } } : {}),
  };
}

function judgeInactive({ title }: SeenRule, wanted: WantedRule): Judgement {
  const off = say('trigger_off', { title });
  return callsWebhook(wanted)
    ? toFinding(STEP, 'problem', off, say('trigger_switch_on'))
    : toFinding(STEP, 'note', off, say('trigger_leave_off'));
}

function judgeReferences(trigger: SeenRule, wanted: WantedRule, references: References): Judgement[] {
  const { title } = trigger;
  const { rule, isChanged, unknown } = resolveReferences(trigger, wanted, references);
  if (unknown.length > 0) {
    const gone = say('trigger_fields_gone', { title, fields: { list: unknown } });
    return [toFinding(STEP, 'problem', gone, say('trigger_choose_fields'))];
  }
  if (!isChanged) return [];
  const isCalling = readCalled(rule.actions) === readCalled(trigger.actions);
  const wrong = isCalling ? say('trigger_wrong_field', { title }) : say('trigger_calls_no_bridge', { title });
  return [
    {
      ...toFinding(STEP, 'problem', wrong, say('trigger_write_ids')),
      repair: { kind: 'rewrite_trigger', triggerId: trigger.id, rule: { title, ...rule } },
    },
  ];
}

/** Tags that wake the bridge: a value that the trigger does not know waits for the sweep. */
function judgeTags({ title, conditions }: SeenRule, wanted: WantedRule): Judgement[] {
  if (!callsWebhook(wanted)) return [];
  const known = new Set(readTags(conditions.any));
  const tags = readTags(wanted.conditions.any).filter((tag) => !known.has(tag));
  if (tags.length === 0) return [];
  const missing = say('trigger_tags_missing', { title, tags: { list: tags } });
  return [toFinding(STEP, 'note', missing, say('trigger_add_tags'))];
}

function judgeOrder(found: readonly FoundRule[]): Judgement[] {
  const placed = found.flatMap(({ candidates: [trigger] }) => (trigger?.isActive ? [trigger] : []));
  const early = placed.find(
    (trigger, index) => index > 0 && trigger.position < (placed[index - 1]?.position ?? 0),
  );
  if (early === undefined) return [];
  return [toFinding(STEP, 'note', say('trigger_early', { title: early.title }), say('trigger_move'))];
}

function callsWebhook({ actions }: WantedRule): boolean {
  return actions.some(({ field }) => field === 'notification_webhook');
}

/** The webhooks that actions call. */
function readCalled(actions: readonly RuleAction[]): string {
  const calls = actions.filter(({ field }) => field === 'notification_webhook');
  return calls.map(({ value }) => String(Array.isArray(value) ? value[0] : value)).join(' ');
}

function isMail({ actions }: WantedRule): boolean {
  return actions.some(({ field }) => field === 'notification_user');
}

function readTags(conditions: readonly RuleCondition[]): string[] {
  return conditions
    .filter(({ field, operator }) => field === 'current_tags' && operator === 'includes')
    .flatMap(({ value }) => String(value ?? '').split(/\s+/))
    .filter((tag) => tag !== '');
}
