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
  const text = `All ${found.length} triggers are there, active and in order, and call the webhook of the bridge.`;
  return [{ step: STEP, verdict: 'good', found: text }];
}

function judgeTrigger({ wanted, candidates }: FoundRule, references: References): Judgement[] {
  const [trigger, ...others] = candidates;
  if (trigger === undefined) return [judgeMissing(wanted, references)];
  const judgements: Judgement[] = [];
  if (others.some(({ isActive }) => isActive)) {
    judgements.push({
      step: STEP,
      verdict: 'note',
      found: `The trigger «${trigger.title}» is there ${candidates.length} times.`,
      change: 'Delete or switch off all but one: clients could get a mail twice.',
    });
  }
  if (!trigger.isActive) judgements.push(judgeInactive(trigger, wanted));
  return [...judgements, ...judgeReferences(trigger, wanted, references), ...judgeTags(trigger, wanted)];
}

/** Without the calls of the webhook the bridge learns of changes by its sweep alone; mails are the choice of the admin. */
function judgeMissing(wanted: WantedRule, references: References): Judgement {
  const { rule, unknown } = resolveReferences(wanted, wanted, references);
  const { title, isActive } = wanted;
  const canBeMade = unknown.length === 0 && !(callsWebhook(wanted) && references.webhookId === undefined);
  return {
    step: STEP,
    verdict: isMail(wanted) ? 'note' : 'problem',
    found: `The trigger «${title}» is missing.`,
    change: isMail(wanted)
      ? 'Let --repair make it. Where clients should not get this mail, switch it off instead of deleting it.'
      : 'Install the app again, or let --repair make it; it becomes the last one, so see to its place.',
    ...(canBeMade ? { repair: { kind: 'create_trigger', rule: { title, isActive, ...rule } } } : {}),
  };
}

function judgeInactive({ title }: SeenRule, wanted: WantedRule): Judgement {
  const found = `The trigger «${title}» is switched off.`;
  if (!callsWebhook(wanted)) {
    return { step: STEP, verdict: 'note', found, change: 'Leave it so if that is wanted.' };
  }
  return {
    step: STEP,
    verdict: 'problem',
    found,
    change: 'Switch it on: without it the bridge learns of tickets by its sweep alone, minutes later.',
  };
}

function judgeReferences(trigger: SeenRule, wanted: WantedRule, references: References): Judgement[] {
  const { rule, isChanged, unknown } = resolveReferences(trigger, wanted, references);
  if (unknown.length > 0) {
    return [
      {
        step: STEP,
        verdict: 'problem',
        found: `The trigger «${trigger.title}» names fields that are not there: ${unknown.join(', ')}.`,
        change:
          'Open it under Objects and rules, Triggers, and choose the fields again, or take them out of its texts.',
      },
    ];
  }
  if (!isChanged) return [];
  const isCalling = readCalled(rule.actions) === readCalled(trigger.actions);
  return [
    {
      step: STEP,
      verdict: 'problem',
      found: `The trigger «${trigger.title}» ${isCalling ? 'names a field that is not the one of the app' : 'does not call the webhook of the bridge'}.`,
      change: 'Let --repair write the real ids into it; nothing else of it is changed.',
      repair: { kind: 'rewrite_trigger', triggerId: trigger.id, rule: { title: trigger.title, ...rule } },
    },
  ];
}

/** Tags that wake the bridge: a value that the trigger does not know waits for the sweep. */
function judgeTags(trigger: SeenRule, wanted: WantedRule): Judgement[] {
  if (!callsWebhook(wanted)) return [];
  const known = new Set(readTags(trigger.conditions.any));
  const missing = readTags(wanted.conditions.any).filter((tag) => !known.has(tag));
  if (missing.length === 0) return [];
  return [
    {
      step: STEP,
      verdict: 'note',
      found: `The trigger «${trigger.title}» does not look for the tags ${missing.join(', ')}.`,
      change:
        'Add them to its condition, or update the app: until then they are seen by the sweep, minutes later.',
    },
  ];
}

function judgeOrder(found: readonly FoundRule[]): Judgement[] {
  const placed = found.flatMap(({ candidates: [trigger] }) => (trigger?.isActive ? [trigger] : []));
  const early = placed.find(
    (trigger, index) => index > 0 && trigger.position < (placed[index - 1]?.position ?? 0),
  );
  if (early === undefined) return [];
  return [
    {
      step: STEP,
      verdict: 'note',
      found: `The trigger «${early.title}» runs earlier than the app wants.`,
      change:
        'Move it behind those with smaller numbers: they run from first to last, and the first line that is set stands.',
    },
  ];
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
