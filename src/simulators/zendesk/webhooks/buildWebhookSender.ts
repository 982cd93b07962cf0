import { setMaxListeners } from 'node:events';
import type { SimulatorClock } from '../../kit/clock';
import type { ReceivedLog } from '../../kit/received';
import type { WebhookCall } from '../Desk';
import type { SimWebhook } from '../entities/SimWebhook';
import { buildChance } from '../faults/buildChance';
import type { Chance } from '../faults/buildChance';
import type { World } from '../world/World';
import { buildCircuitBreaker } from './buildCircuitBreaker';
import type { BreakerLimits } from './buildCircuitBreaker';
import { ACCOUNT_ID, deliverWebhook } from './deliverWebhook';
import type { DeliveryOptions } from './deliverWebhook';
import { noteBroken, noteDropped, startInvocation } from './invocationNotes';
import { pause } from './pause';
import { putTitleIn } from './putTitleIn';
import { testWebhook } from './testWebhook';
import type { WebhookTest } from './testWebhook';
import { toShare } from './WebhookFaults';
import type { WebhookFaults } from './WebhookFaults';

export type WebhookSenderOptions = DeliveryOptions & {
  /** How long calls are gathered before they leave in the opposite order. */
  reorderWindowMs: number;
  breaker: BreakerLimits;
};

export type WebhookSender = {
  send(call: WebhookCall): void;
  setFaults(faults: WebhookFaults, chance: Chance): void;
  /** Calls the endpoint of a webhook that is kept or only tried out; never rejects. */
  test(webhook: SimWebhook, isKept: boolean): Promise<WebhookTest>;
  /** Forgets what has not left yet and ends what is on its way. The sender goes on working afterwards. */
  stop(): void;
};

/**
 * Sends webhooks beside everything else. Each call becomes an invocation with its attempts in the world and a line
 * in the list of what happened.
 */
export function buildWebhookSender(
  { world, clock, log }: { world: World; clock: SimulatorClock; log: ReceivedLog },
  options: WebhookSenderOptions,
): WebhookSender {
  const breaker = buildCircuitBreaker(clock, options.breaker);
  let faults: WebhookFaults = {};
  let chance = buildChance(0);
  let stopper = buildStopper();
  let gathered: (() => void)[] = [];

  const gather = (start: () => void): void => {
    gathered.push(start);
    if (gathered.length > 1) return;
    void pause(options.reorderWindowMs, stopper.signal).then(() => {
      const starts = gathered.reverse();
      gathered = [];
      for (const next of starts) next();
    });
  };
  const leave = (webhook: SimWebhook, call: WebhookCall, key: string): void => {
    const invocation = startInvocation(world, webhook);
    if (breaker.isOpen(webhook.id)) {
      noteBroken({ world, log }, invocation, webhook, call);
      return;
    }
    const parts = { world, log, breaker, options, faults, chance, webhook, invocation, key };
    const start = () =>
      void deliverWebhook({ ...parts, body: readBody(call, faults, chance, key), stop: stopper.signal });
    const isDoubled = chance.strikes('duplicate', key, toShare(faults.duplicateRate, 1));
    const copies = 1 + (isDoubled ? (faults.duplicate ?? 0) : 0);
    for (let copy = 0; copy < copies; copy += 1) {
      if (chance.strikes('reorder', key, toShare(faults.reorder))) gather(start);
      else start();
    }
  };

  return {
    send(call) {
      const webhook = world.webhooks.get(call.webhookId);
      if (webhook?.status !== 'active') return;
      const key = String(call.body);
      if (chance.strikes('drop', key, faults.drop ?? 0)) noteDropped(log, webhook, call);
      else leave(webhook, call, key);
    },
    setFaults(next, nextChance) {
      faults = next;
      chance = nextChance;
    },
    test: (webhook, isKept) =>
      testWebhook(webhook, { ...options, isKept, accountId: ACCOUNT_ID, stop: stopper.signal }),
    stop() {
      stopper.abort();
      stopper = buildStopper();
      gathered = [];
      breaker.clear();
    },
  };
}

/** Every call that is on its way listens to it, however many there are. */
function buildStopper(): AbortController {
  const stopper = new AbortController();
  setMaxListeners(0, stopper.signal);
  return stopper;
}

function readBody(
  call: WebhookCall,
  faults: WebhookFaults,
  chance: Chance,
  key: string,
): WebhookCall['body'] {
  const { body, title } = call;
  if (typeof body !== 'string') return body;
  return chance.strikes('unescapedTitle', key, toShare(faults.unescapedTitle))
    ? putTitleIn(body, title)
    : body;
}
