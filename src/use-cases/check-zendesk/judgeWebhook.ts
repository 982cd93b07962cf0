import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { Saying } from '../../domain/setup/saying';
import type { Delivery, SeenWebhook } from '../ports/deskInspection';
import { goesToBridge } from './chooseWebhook';
import type { Judgement } from './judgement';

const STEP = 'webhook';

/** Whether there is one webhook, active, and to this bridge. `ours` are those of the app, best first. */
export function judgeWebhook(ours: readonly SeenWebhook[], bridgeUrl: string | undefined): Judgement[] {
  const [webhook, ...others] = ours;
  if (webhook === undefined) return [toProblem(say('webhook_absent'), say('webhook_install'))];
  const problems = [...judgeSettings(webhook), ...judgeEndpoint(webhook, bridgeUrl), ...judgeOthers(others)];
  if (problems.length > 0) return problems;
  return [toFinding(STEP, 'good', say('webhook_goes_to', toNames(webhook)))];
}

function judgeSettings({ name, isActive, isPostedJson, isForRules }: SeenWebhook): Judgement[] {
  const judgements: Judgement[] = [];
  if (!isActive) judgements.push(toProblem(say('webhook_off', { name }), say('webhook_switch_on')));
  if (!isPostedJson || !isForRules) {
    const wrong = isForRules ? say('webhook_no_json', { name }) : say('webhook_not_for_rules', { name });
    judgements.push(toProblem(wrong, say('webhook_install_again')));
  }
  return judgements;
}

function judgeEndpoint(webhook: SeenWebhook, bridgeUrl: string | undefined): Judgement[] {
  const isHere = goesToBridge(webhook, bridgeUrl);
  if (isHere === true) return [];
  const names = toNames(webhook);
  if (isHere === undefined) {
    return [toFinding(STEP, 'note', say('webhook_goes_to', names), say('webhook_compare'))];
  }
  return [toProblem(say('webhook_elsewhere', names), say('webhook_make_package'))];
}

function toNames({ name, endpoint }: SeenWebhook): { name: string; endpoint: string } {
  return { name, endpoint };
}

function judgeOthers(others: readonly SeenWebhook[]): Judgement[] {
  const active = others.filter(({ isActive }) => isActive);
  if (active.length === 0) return [];
  const list = active.map(({ id, endpoint }) => say('webhook_to', { id, endpoint }));
  return [toProblem(say('webhooks_several', { others: { list } }), say('webhook_uninstall_other'))];
}

/** What became of the newest calls: a wrong secret or a bridge that cannot be reached shows there and nowhere else. */
export function judgeDeliveries(deliveries: readonly Delivery[]): Judgement[] {
  const known = deliveries.filter((one) => one !== 'unknown');
  const [newest] = known;
  if (newest === undefined) {
    return [toFinding(STEP, 'note', say('calls_none'), say('calls_change_ticket'))];
  }
  const failed = known.filter((one) => one !== 'delivered').length;
  const counts = { failed, count: known.length };
  if (newest === 'refused') return [toProblem(say('calls_refused', counts), say('calls_give_secret'))];
  if (newest === 'failed') return [toProblem(say('calls_failed', counts), say('calls_see_to_reach'))];
  if (failed > 0) return [toFinding(STEP, 'note', say('calls_failed_before', counts))];
  return [toFinding(STEP, 'good', say('calls_good', { count: known.length }))];
}

function toProblem(found: Saying, change: Saying): Judgement {
  return toFinding(STEP, 'problem', found, change);
}
