import { createHmac } from 'node:crypto';

/** The signature of zendesk.md 7.3: the secret is used as text, timestamp and raw body are joined with nothing between. */
export function signWebhook(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret)
    .update(timestamp + body, 'utf8')
    .digest('base64');
}
