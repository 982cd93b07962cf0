import type { Policy } from '../../domain/policy/policy';
import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import { DESK_STEPS } from '../../domain/setup/steps';
import type { DeskStep } from '../../domain/setup/steps';
import type { DeskInspection, WantedSetup } from '../ports/deskInspection';
import { findWebhooks } from './chooseWebhook';
import { findFields } from './findFields';
import { findRules } from './findRules';
import { judgeFields } from './judgeFields';
import { judgeForms } from './judgeForms';
import { findOwn, judgeInstallations } from './judgeInstallations';
import { judgeMacros } from './judgeMacros';
import type { DeskFinding, Judgement } from './judgement';
import { look } from './look';
import { mendFound, withoutRepair } from './mendFound';
import { judgeScopes } from './judgeScopes';
import { judgeTriggers } from './judgeTriggers';
import { judgeUser } from './judgeUser';
import { judgeUserFields } from './judgeUserFields';
import { judgeViews } from './judgeViews';
import { judgeDeliveries, judgeWebhook } from './judgeWebhook';
import { toReferences } from './toReferences';

/** What the check looks at. `bridgeUrl`: under which address the helpdesk reaches this bridge, where that is told. */
export type CheckZendeskDeps = {
  inspection: DeskInspection;
  wanted: WantedSetup;
  policy: Policy;
  bridgeUrl: string | undefined;
  /** In shadow mode the bridge asks for a token that may only read. */
  isShadow?: boolean;
};

/**
 * Looks at the helpdesk step by step, for the person who sets it up, and tells each finding as soon as it is made. Where the
 * way in has a problem, the steps behind it are skipped; after that every step is taken. With `isRepairing`, what can be
 * mended without undoing an admin's choice is mended as soon as it is found.
 */
export async function* checkZendesk(
  deps: CheckZendeskDeps,
  { isRepairing }: { isRepairing: boolean },
): AsyncGenerator<DeskFinding> {
  for await (const judgement of judge(deps)) {
    yield isRepairing ? await mendFound(deps.inspection, judgement) : withoutRepair(judgement);
  }
}

async function* judge(deps: CheckZendeskDeps): AsyncGenerator<Judgement> {
  const { inspection, bridgeUrl, wanted } = deps;
  const user = yield* look('sign-in', () => inspection.readUser());
  if (user === undefined) return yield* skipBehind('sign-in');
  yield toFinding('sign-in', 'good', say('sign_in_good'));
  yield* judgeUser(user);
  const token = yield* look('scopes', async () => ({ scopes: await inspection.readScopes() }));
  if (token !== undefined) yield* judgeScopes(token.scopes, deps.isShadow ?? false);
  const installations = yield* look('app', () => inspection.readInstallations());
  const own = findOwn(installations ?? []);
  if (installations !== undefined) yield* judgeInstallations(own, bridgeUrl);

  const fields = yield* look('fields', () => inspection.readTicketFields());
  if (fields === undefined) return yield* skipBehind('fields');
  const found = findFields(wanted.ticketFields, fields);
  yield* judgeFields(found);
  const userFields = yield* look('user fields', () => inspection.readUserFields());
  if (userFields !== undefined) yield* judgeUserFields(wanted.userFields, userFields);
  const shown = yield* look('forms', async () => ({ forms: await inspection.readForms() }));
  if (shown !== undefined) yield* judgeForms(found, shown.forms);

  const webhooks = yield* look('webhook', () => inspection.readWebhooks());
  if (webhooks === undefined) return yield* skipBehind('webhook');
  const ours = findWebhooks(webhooks, { wanted: wanted.webhook, installations: own, bridgeUrl });
  yield* judgeWebhook(ours, bridgeUrl);
  yield* judgeCalls(inspection, ours[0]?.id);

  const references = toReferences({ found, fields, webhooks, ours });
  const triggers = yield* look('triggers', () => inspection.readTriggers());
  if (triggers) yield* judgeTriggers(findRules('triggers', wanted.triggers, triggers, own), references);
  const macros = yield* look('macros', () => inspection.readMacros());
  if (macros) yield* judgeMacros(findRules('macros', wanted.macros, macros, own), references, deps.policy);
  const views = yield* look('views', () => inspection.readViews());
  if (views) yield* judgeViews(findRules('views', wanted.views, views, own), references);
}

async function* judgeCalls(
  inspection: DeskInspection,
  webhookId: string | undefined,
): AsyncGenerator<Judgement> {
  if (webhookId === undefined) return;
  const deliveries = yield* look('webhook', () => inspection.readDeliveries(webhookId));
  if (deliveries !== undefined) yield* judgeDeliveries(deliveries);
}

function* skipBehind(after: DeskStep): Generator<Judgement> {
  for (const step of DESK_STEPS.slice(DESK_STEPS.indexOf(after) + 1)) {
    yield toFinding(step, 'skipped', say('not_looked_at', { after: { step: after } }));
  }
}
