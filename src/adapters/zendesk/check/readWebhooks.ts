import type { Delivery, SeenWebhook } from '../../../use-cases/ports/deskInspection';
import type { ZendeskClient } from '../buildZendeskClient';
import { readPages } from '../readPages';
import { invocationsAnswer, webhooksAnswer } from './wireSetup';

const DELIVERIES = 20;

/** What triggers and automations call (zendesk.md 7.1). */
const FOR_RULES = 'conditional_ticket_events';

/** What the status of an invocation says; `accepted` is on its way, and tells nothing yet. */
const OUTCOMES: Record<string, Delivery> = {
  success: 'delivered',
  'client error': 'refused',
  failed: 'failed',
  timeout: 'failed',
  'circuit broken': 'failed',
  throttled: 'failed',
  'server error': 'failed',
};

/** Every webhook of the account. */
export async function readWebhooks(client: ZendeskClient): Promise<SeenWebhook[]> {
  const pages = (await readPages(client, '/api/v2/webhooks', webhooksAnswer)) ?? [];
  return pages
    .flatMap((page) => page.webhooks)
    .map((webhook) => ({
      id: webhook.id,
      name: webhook.name,
      endpoint: webhook.endpoint,
      isActive: webhook.status === 'active',
      isPostedJson: webhook.http_method === 'POST' && webhook.request_format === 'json',
      isForRules: (webhook.subscriptions ?? []).includes(FOR_RULES),
    }));
}

/** What became of the newest calls; Zendesk keeps them for seven days. */
export async function readDeliveries(client: ZendeskClient, webhookId: string): Promise<Delivery[]> {
  const path = `/api/v2/webhooks/${webhookId}/invocations?page%5Bsize%5D=${DELIVERIES}&sort=-latest_completed_at`;
  const answer = await client.read(path, invocationsAnswer);
  return (answer?.invocations ?? [])
    .slice(0, DELIVERIES)
    .map(({ status }) => OUTCOMES[status ?? ''] ?? 'unknown');
}
