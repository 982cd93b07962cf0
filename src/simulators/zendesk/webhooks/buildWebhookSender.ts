import type { ReceivedLog } from '../../kit/received';
import type { WebhookCall } from '../Desk';
import type { SimInvocation } from '../entities/SimInvocation';
import type { SimWebhook } from '../entities/SimWebhook';
import type { World } from '../world/World';
import { attemptWebhook } from './attemptWebhook';
import { buildWebhookRequest } from './buildWebhookRequest';
import { decideRetry } from './decideRetry';
import type { RetryDelays } from './decideRetry';
import { noteAttempt, noteDropped, noteSent, startInvocation } from './invocationNotes';
import { pause } from './pause';
import { testWebhook } from './testWebhook';
import type { WebhookTest } from './testWebhook';
import type { WebhookFaults } from './WebhookFaults';

export type WebhookSenderOptions = RetryDelays & {
  timeoutMs: number;
  /** How long calls are gathered before they leave in the opposite order. */
  reorderWindowMs: number;
  /** 0 up to, not including, 1. */
  random: () => number;
};

export type WebhookSender = {
  send(call: WebhookCall): void;
  setFaults(faults: WebhookFaults): void;
  /** Calls the endpoint of a webhook that is kept or only tried out; never rejects. */
  test(webhook: SimWebhook, isKept: boolean): Promise<WebhookTest>;
  /** Forgets what has not left yet and ends what is on its way. The sender goes on working afterwards. */
  stop(): void;
};

const ACCOUNT_ID = '40610275';
const WRONG_SECRET = 'not-the-secret-of-this-webhook';

/**
 * Sends webhooks beside everything else. Each call becomes an invocation with its attempts in the world and a line
 * in the list of what happened. The signature's time is the real time whatever the simulated clock says: it is the
 * receiver's clock that judges it.
 */
export function buildWebhookSender(
  world: World,
  log: ReceivedLog,
  options: WebhookSenderOptions,
): WebhookSender {
  let faults: WebhookFaults = {};
  let stopper = new AbortController();
  let gathered: (() => void)[] = [];

  const deliver = async (
    webhook: SimWebhook,
    call: WebhookCall,
    invocation: SimInvocation,
  ): Promise<void> => {
    const stop = stopper.signal;
    const secret = faults.badSignature === true ? WRONG_SECRET : webhook.signing_secret.secret;
    if (faults.delayMs !== undefined) await pause(faults.delayMs, stop);
    for (let retries = 0; !stop.aborted; retries += 1) {
      const startedAt = new Date();
      const timestamp = `${startedAt.toISOString().slice(0, 19)}Z`;
      const facts = { invocationId: invocation.id, timestamp, accountId: ACCOUNT_ID, secret };
      const request = buildWebhookRequest(webhook, call.body, facts);
      const result = await attemptWebhook(request, options.timeoutMs, stop);
      if (stop.aborted) return;
      const delayMs = decideRetry(result.outcome, retries, options);
      noteAttempt(world, invocation, result, startedAt, delayMs === undefined);
      noteSent(log, request, result, startedAt);
      if (delayMs === undefined) return;
      await pause(delayMs, stop);
    }
  };

  const leave = (start: () => void): void => {
    if (faults.reorder !== true) return start();
    gathered.push(start);
    if (gathered.length > 1) return;
    void pause(options.reorderWindowMs, stopper.signal).then(() => {
      const starts = gathered.reverse();
      gathered = [];
      for (const next of starts) next();
    });
  };

  return {
    send(call) {
      const webhook = world.webhooks.get(call.webhookId);
      if (webhook?.status !== 'active') return;
      if (options.random() < (faults.drop ?? 0)) {
        noteDropped(log, webhook, call);
        return;
      }
      const invocation = startInvocation(world, webhook);
      const copies = 1 + (faults.duplicate ?? 0);
      for (let copy = 0; copy < copies; copy += 1) {
        leave(() => void deliver(webhook, call, invocation));
      }
    },
    setFaults(next) {
      faults = next;
    },
    test: (webhook, isKept) =>
      testWebhook(webhook, { ...options, isKept, accountId: ACCOUNT_ID, stop: stopper.signal }),
    stop() {
      stopper.abort();
      stopper = new AbortController();
      gathered = [];
    },
  };
}
