import type { SeenInstallation, SeenWebhook, WantedSetup } from '../ports/deskInspection';
import { isSameAddress } from './isSameAddress';

/** Where the bridge takes what Zendesk tells it. */
const PATH = '/webhooks/zendesk';

/** What the webhooks of an account are chosen by. */
export type WebhookContext = {
  wanted: WantedSetup['webhook'];
  installations: readonly SeenInstallation[];
  /** Undefined: not told. */
  bridgeUrl: string | undefined;
};

/**
 * The webhooks of this app, best first: the one that goes to this bridge, then active ones, then what an installation made.
 * They are known by what installed them, by where they go, or by their name.
 */
export function findWebhooks(webhooks: readonly SeenWebhook[], context: WebhookContext): SeenWebhook[] {
  const { wanted, installations } = context;
  const isMade = ({ id }: SeenWebhook) =>
    installations.some(({ made }) => made.some((one) => one.kind === 'webhooks' && one.id === id));
  const rank = (one: SeenWebhook) =>
    4 * Number(goesToBridge(one, context.bridgeUrl) === true) +
    2 * Number(one.isActive) +
    Number(isMade(one));
  return webhooks
    .filter((one) => isMade(one) || one.name === wanted.name || one.endpoint.endsWith(PATH))
    .sort((one, other) => rank(other) - rank(one));
}

/** Undefined when this bridge's address was not told. */
export function goesToBridge({ endpoint }: SeenWebhook, bridgeUrl: string | undefined): boolean | undefined {
  return bridgeUrl === undefined
    ? undefined
    : isSameAddress(endpoint, `${bridgeUrl.replace(/\/+$/, '')}${PATH}`);
}
