import { randomUUID } from 'node:crypto';
import type { SimWebhook } from '../entities/SimWebhook';
import { attemptWebhook } from './attemptWebhook';
import { buildWebhookRequest } from './buildWebhookRequest';

/** What a test of a webhook came to (zendesk-openapi.json, Webhooks_WebhookTestResponse). */
export type WebhookTest = { status: string; message: string; response_code: number; response_body: string };

/** Signs test calls of webhooks that do not exist yet (zendesk.md 7.3). */
const TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

/** Calls the endpoint once with an empty object; no invocation is written down and nothing is repeated. */
export async function testWebhook(
  webhook: SimWebhook,
  {
    isKept,
    timeoutMs,
    accountId,
    stop,
  }: { isKept: boolean; timeoutMs: number; accountId: string; stop: AbortSignal },
): Promise<WebhookTest> {
  const secret = isKept ? webhook.signing_secret.secret : TEST_SECRET;
  const timestamp = `${new Date().toISOString().slice(0, 19)}Z`;
  const request = buildWebhookRequest(webhook, '{}', {
    invocationId: randomUUID(),
    timestamp,
    accountId,
    secret,
  });
  const { outcome, status, responseBody, errorMessage } = await attemptWebhook(request, timeoutMs, stop);
  return {
    status,
    message: errorMessage,
    response_code: outcome.kind === 'answer' ? outcome.status : 0,
    response_body: responseBody,
  };
}
