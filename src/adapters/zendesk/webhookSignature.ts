import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Result } from '../../domain/result';

/** Why a delivery is not believed. */
export type WebhookRefusal = 'signature_missing' | 'signature_invalid' | 'timestamp_stale';

/** What came in: both headers as they stand in the request, the body exactly as received. */
export type WebhookDelivery = {
  secret: string;
  signature: string | undefined;
  timestamp: string | undefined;
  rawBody: Buffer;
  now: Date;
  /** How far the timestamp may lie from `now`, to either side. */
  maxAgeMs?: number;
};

/** Zendesk documents no window; a retry may carry the first timestamp, so the window is generous (zendesk.md 7.3). */
const DEFAULT_MAX_AGE_MS = 15 * 60_000;

/**
 * Believes a delivery only when `signature` is base64 HMAC-SHA256 over the timestamp followed by the raw body, keyed
 * with the secret as text (zendesk.md 7.3). The signature is checked first, so a stranger learns nothing of our clock.
 */
export function verifyWebhook(delivery: WebhookDelivery): Result<void, WebhookRefusal> {
  const { secret, signature, timestamp, rawBody, now, maxAgeMs = DEFAULT_MAX_AGE_MS } = delivery;
  if (!signature || !timestamp) return { ok: false, reason: 'signature_missing' };
  if (!isSignedBy(secret, timestamp, rawBody, signature)) return { ok: false, reason: 'signature_invalid' };
  const ageMs = Math.abs(now.getTime() - Date.parse(timestamp));
  // A timestamp that is no time gives NaN, which is never within the window.
  if (!(ageMs <= maxAgeMs)) return { ok: false, reason: 'timestamp_stale' };
  return { ok: true, value: undefined };
}

/** Compares in constant time; an empty secret signs nothing, else a missing setting would let everyone in. */
function isSignedBy(secret: string, timestamp: string, rawBody: Buffer, signature: string): boolean {
  if (secret === '') return false;
  const expected = createHmac('sha256', secret).update(timestamp).update(rawBody).digest('base64');
  const given = Buffer.from(signature);
  const wanted = Buffer.from(expected);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
