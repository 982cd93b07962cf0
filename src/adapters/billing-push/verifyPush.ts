import type { Result } from '../../domain/result';
import { verifyDelivery } from '../system/verifyDelivery';
import type { Delivery, DeliveryRefusal, SignatureScheme, SignedWith } from '../system/verifyDelivery';

/** `sha256=` and hex HMAC-SHA256 over the timestamp (Unix seconds), a dot, and the raw body. Our own scheme. */
const SCHEME: SignatureScheme = {
  listParts: (timestamp, rawBody) => [`${timestamp}.`, rawBody],
  toHeader: (digest) => `sha256=${digest.toString('hex')}`,
  toTimeMs: (timestamp) => (/^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1_000 : NaN),
};

/** Believes news from billing or names why not; promises as {@link verifyDelivery}. */
export function verifyPush(delivery: Delivery): Result<SignedWith, DeliveryRefusal> {
  return verifyDelivery(SCHEME, delivery);
}
