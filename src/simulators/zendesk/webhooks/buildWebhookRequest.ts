import type { SimWebhook, WebhookAuthentication } from '../entities/SimWebhook';
import { signWebhook } from './signWebhook';

/** What leaves for the endpoint; `body` is undefined for methods without one. */
export type WebhookRequest = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
};

/** What differs from one attempt to another. `timestamp` is ISO in whole seconds. */
export type AttemptFacts = { invocationId: string; timestamp: string; accountId: string; secret: string };

const CONTENT_TYPES = {
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  form_encoded: 'application/x-www-form-urlencoded',
};

/** The request of one attempt: headers of zendesk.md 7.2, signature of 7.3, credentials and headers of the webhook. */
export function buildWebhookRequest(
  webhook: SimWebhook,
  body: string | [string, string][],
  facts: AttemptFacts,
): WebhookRequest {
  const hasBody = webhook.http_method !== 'GET' && webhook.http_method !== 'DELETE';
  const text = typeof body === 'string' ? body : new URLSearchParams(body).toString();
  const sent = hasBody ? text : '';
  const url = new URL(webhook.endpoint);
  if (!hasBody && text !== '') url.search = text;
  return {
    url: url.toString(),
    method: webhook.http_method,
    headers: {
      ...webhook.custom_headers,
      ...(hasBody && { 'content-type': CONTENT_TYPES[webhook.request_format] }),
      ...buildCredentials(webhook.authentication),
      'user-agent': 'Zendesk Webhook',
      'x-zendesk-account-id': facts.accountId,
      'x-zendesk-webhook-id': webhook.id,
      'x-zendesk-webhook-invocation-id': facts.invocationId,
      'x-zendesk-webhook-signature': signWebhook(facts.secret, facts.timestamp, sent),
      'x-zendesk-webhook-signature-timestamp': facts.timestamp,
    },
    body: hasBody ? sent : undefined,
  };
}

function buildCredentials(authentication: WebhookAuthentication | null): Record<string, string> {
  switch (authentication?.type) {
    case 'basic_auth': {
      const { username, password } = authentication.data;
      return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
    }
    case 'bearer_token':
      return { authorization: `Bearer ${authentication.data.token}` };
    case 'api_key':
      return { [authentication.data.name]: authentication.data.value };
    default:
      return {};
  }
}
