import type { Result } from '../../domain/result';
import { verifyDelivery } from '../system/verifyDelivery';
import type { Delivery, DeliveryRefusal, SignatureScheme, SignedWith } from '../system/verifyDelivery';

/** Base64 HMAC-SHA256 over the timestamp (ISO 8601) followed by the raw body (zendesk.md 7.3). */
const SCHEME: SignatureScheme = {
  listParts: (timestamp, rawBody) => [timestamp, rawBody],
  toHeader: (digest) => digest.toString('base64'),
  toTimeMs: (timestamp) => Date.parse(timestamp),
};

/** Zendesk documents no window; a retry may carry the first timestamp, so the window is generous (zendesk.md 7.3). */
const DEFAULT_MAX_AGE_MS = 15 * 60_000;

/** Believes a delivery of Zendesk's or names why not; promises as {@link verifyDelivery}. */
export function verifyWebhook(
  delivery: Omit<Delivery, 'maxAgeMs'> & Partial<Pick<Delivery, 'maxAgeMs'>>,
): Result<SignedWith, DeliveryRefusal> {
  return verifyDelivery(SCHEME, { maxAgeMs: DEFAULT_MAX_AGE_MS, ...delivery });
}
