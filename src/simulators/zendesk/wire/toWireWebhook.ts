import type { SimInvocation } from '../entities/SimInvocation';
import type { SimWebhook } from '../entities/SimWebhook';
import { omit } from './omit';

/** The webhook without its secrets: neither the signing secret nor credentials can be read from it. */
export function toWireWebhook(webhook: SimWebhook): Record<string, unknown> {
  const { authentication, external_source } = webhook;
  return {
    ...omit(webhook, 'signing_secret', 'authentication', 'external_source'),
    ...(authentication !== null && { authentication: omit(authentication, 'data') }),
    ...(external_source !== null && { external_source }),
  };
}

export function toWireInvocation(invocation: SimInvocation): Record<string, unknown> {
  const { attempts, latest_completed_at, ...plain } = invocation;
  return {
    ...plain,
    attempts_count: attempts.length,
    ...(latest_completed_at !== null && { latest_completed_at }),
  };
}
