import { TRIGGER_KEYS } from '../../contract/triggers';
import type { AppTrigger, AppTriggers } from '../../contract/triggers';
import { assert } from '../../domain/result';
import { findWebhooks } from '../check-zendesk/chooseWebhook';
import { findFields } from '../check-zendesk/findFields';
import { findRules } from '../check-zendesk/findRules';
import type { FoundRule } from '../check-zendesk/findRules';
import { findOwn } from '../check-zendesk/judgeInstallations';
import { resolveReferences } from '../check-zendesk/resolveReferences';
import type { References } from '../check-zendesk/resolveReferences';
import { toReferences } from '../check-zendesk/toReferences';
import type { DeskInspection, SeenTrigger, WantedRule, WantedSetup } from '../ports/deskInspection';
import { findDifferences } from './findDifferences';

/** What looking at the app's triggers needs. `bridgeUrl`: as in `CheckZendeskDeps`. */
export type ReadAppTriggersDeps = {
  inspection: DeskInspection;
  wanted: WantedSetup;
  bridgeUrl: string | undefined;
};

/**
 * The triggers of the app as the helpdesk has them now, against those that are shipped, and how often they fired. An admin's
 * choice stands: what differs is told, and nothing is judged or changed. Fails with `AdapterError`.
 */
export async function readAppTriggers(deps: ReadAppTriggersDeps): Promise<AppTriggers> {
  const { inspection, wanted, bridgeUrl } = deps;
  const [installations, fields, webhooks, triggers] = await Promise.all([
    inspection.readInstallations(),
    inspection.readTicketFields(),
    inspection.readWebhooks(),
    inspection.readTriggers(),
  ]);
  const own = findOwn(installations);
  const ours = findWebhooks(webhooks, { wanted: wanted.webhook, installations: own, bridgeUrl });
  const found = findFields(wanted.ticketFields, fields);
  const references = toReferences({ found, fields, webhooks, ours });
  const rules = findRules('triggers', wanted.triggers, triggers, own);
  const early = findEarly(rules);
  const seen = new Map(triggers.map((trigger) => [trigger.id, trigger]));
  return {
    triggers: rules
      .map((rule) => toAppTrigger(rule, { references, early, seen }))
      .sort((one, other) => placeOf(one) - placeOf(other)),
  };
}

type Account = { references: References; early: ReadonlySet<string>; seen: ReadonlyMap<string, SeenTrigger> };

function toAppTrigger({ wanted, candidates }: FoundRule, account: Account): AppTrigger {
  const { references, early, seen } = account;
  const { rule, unknown } = resolveReferences(wanted, wanted, references);
  const shipped = { title: wanted.title, isActive: wanted.isActive, ...rule };
  const [first, ...others] = candidates;
  const trigger = first && seen.get(first.id);
  const { title, isActive, conditions, actions } = trigger ?? shipped;
  const differences =
    trigger === undefined
      ? []
      : [...findDifferences(trigger, shipped), ...(early.has(trigger.id) ? ['order' as const] : [])];
  return {
    key: toKey(wanted),
    seen:
      trigger === undefined
        ? null
        : {
            id: trigger.id,
            position: trigger.position,
            rule: { title, isActive, conditions, actions },
            uses: trigger.uses ?? null,
          },
    shipped,
    differences,
    doubles: others.map((one) => ({ id: one.id, title: one.title, isActive: one.isActive })),
    canRestore: unknown.length === 0 && !(callsWebhook(wanted) && references.webhookId === undefined),
  };
}

/** Ids of active triggers that run before one that has to run earlier. */
function findEarly(rules: readonly FoundRule[]): Set<string> {
  const early = new Set<string>();
  let latest = -Infinity;
  for (const { candidates } of rules) {
    const [trigger] = candidates;
    if (trigger === undefined || !trigger.isActive) continue;
    if (trigger.position < latest) early.add(trigger.id);
    latest = Math.max(latest, trigger.position);
  }
  return early;
}

function callsWebhook({ actions }: WantedRule): boolean {
  return actions.some(({ field }) => field === 'notification_webhook');
}

function placeOf({ seen }: AppTrigger): number {
  return seen?.position ?? Infinity;
}

function toKey({ identifier }: WantedRule): AppTrigger['key'] {
  const key = TRIGGER_KEYS.find((known) => known === identifier);
  assert(key !== undefined, 'the app ships a trigger that the contract does not name.');
  return key;
}
