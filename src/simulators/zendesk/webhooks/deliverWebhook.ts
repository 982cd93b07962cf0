import type { ReceivedLog } from '../../kit/received';
import type { WebhookCall } from '../Desk';
import type { SimInvocation } from '../entities/SimInvocation';
import type { SimWebhook } from '../entities/SimWebhook';
import type { Chance } from '../faults/buildChance';
import type { World } from '../world/World';
import { attemptWebhook } from './attemptWebhook';
import type { CircuitBreaker } from './buildCircuitBreaker';
import { buildWebhookRequest } from './buildWebhookRequest';
import { decideRetry } from './decideRetry';
import type { RetryDelays } from './decideRetry';
import { noteAttempt, noteSent } from './invocationNotes';
import { pause } from './pause';
import { toShare } from './WebhookFaults';
import type { WebhookFaults } from './WebhookFaults';

export type DeliveryOptions = RetryDelays & { timeoutMs: number };

/** One call on its way to the endpoint. */
export type Delivery = {
  world: World;
  log: ReceivedLog;
  breaker: CircuitBreaker;
  options: DeliveryOptions;
  faults: WebhookFaults;
  chance: Chance;
  webhook: SimWebhook;
  invocation: SimInvocation;
  body: WebhookCall['body'];
  /** Names the call where chance decides. */
  key: string;
  stop: AbortSignal;
};

export const ACCOUNT_ID = '40610275';
const WRONG_SECRET = 'not-the-secret-of-this-webhook';
const DEFAULT_RESEND_MS = 100;

/** Sends until the call is answered for good or `stop` comes, and once more when that fault strikes. */
export async function deliverWebhook(delivery: Delivery): Promise<void> {
  const { faults, chance, key, stop } = delivery;
  if (faults.delayMs !== undefined && chance.strikes('delay', key, toShare(faults.delayRate, 1))) {
    await pause(faults.delayMs, stop);
  }
  const firstTimestamp = toTimestamp(new Date());
  const isAnswered = await sendUntilOver(delivery, firstTimestamp);
  if (!isAnswered || !chance.strikes('resend', key, faults.resend ?? 0)) return;
  await pause(faults.resendAfterMs ?? DEFAULT_RESEND_MS, stop);
  await sendUntilOver(delivery, firstTimestamp);
}

/** The attempts of zendesk.md 7.4; answers whether the last one was a success. */
async function sendUntilOver(delivery: Delivery, firstTimestamp: string): Promise<boolean> {
  const { world, log, breaker, options, webhook, invocation, stop } = delivery;
  for (let retries = 0; !stop.aborted; retries += 1) {
    const startedAt = new Date();
    const isSame = delivery.faults.repeatTimestamp === 'same';
    const request = buildRequest(delivery, isSame ? firstTimestamp : toTimestamp(startedAt));
    const result = await attemptWebhook(request, options.timeoutMs, stop);
    if (stop.aborted) return false;
    const delayMs = decideRetry(result.outcome, retries, options);
    breaker.note(webhook.id, result.status !== 'success');
    noteAttempt(world, invocation, result, startedAt, delayMs === undefined);
    noteSent(log, request, result, startedAt);
    if (delayMs === undefined) return result.status === 'success';
    await pause(delayMs, stop);
  }
  return false;
}

function buildRequest(delivery: Delivery, timestamp: string) {
  const { faults, chance, key, webhook, invocation, body } = delivery;
  const isForged = chance.strikes('badSignature', key, toShare(faults.badSignature));
  const secret = isForged ? WRONG_SECRET : webhook.signing_secret.secret;
  const facts = { invocationId: invocation.id, timestamp, accountId: ACCOUNT_ID, secret };
  return buildWebhookRequest(webhook, body, facts);
}

/**
 * Whole seconds of the real time, whatever the simulated clock says: it is the receiver's clock that judges it.
 */
function toTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
