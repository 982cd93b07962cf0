import type { EventEmitter } from 'node:events';
import type { SimulatorClock } from '../kit/clock';
import type { SimUser } from './entities/SimUser';
import type { Via } from './entities/Via';
import type { World } from './world/World';

/** What the rooms of the core share: the world, its time, and the ways out of it. */
export type Desk = {
  world: World;
  clock: SimulatorClock;
  events: EventEmitter;
  /** Where the account answers, without a slash at the end. */
  baseUrl(): string;
  /** Hands a rendered call to the webhook sender and comes back at once. */
  sendWebhook(call: WebhookCall): void;
};

/**
 * A call that a trigger asked for; `body` is the action's second element with its placeholders filled in, `title` that
 * of the ticket.
 */
export type WebhookCall = { webhookId: string; body: string | [string, string][]; title: string };

/** Who makes an update and by which way. */
export type Origin = { actor: SimUser; via: Via; viaId: number };

/** Now, in whole seconds: the finest time that Zendesk writes on its objects. */
export function readWireTime(clock: SimulatorClock): string {
  return `${clock.now().toISOString().slice(0, 19)}Z`;
}
