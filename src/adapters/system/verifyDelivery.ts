import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Result } from '../../domain/result';

/** Why a delivery is not believed. */
export type DeliveryRefusal = 'signature_missing' | 'signature_invalid' | 'timestamp_stale';

/** What came in: both headers as they stand in the request, the body exactly as received. */
export type Delivery = {
  secret: string;
  signature: string | undefined;
  timestamp: string | undefined;
  rawBody: Buffer;
  now: Date;
  /** How far the timestamp may lie from `now`, to either side. */
  maxAgeMs: number;
};

/** How a sender signs. */
export type SignatureScheme = {
  /** What is signed, one part after the other. */
  listParts(timestamp: string, rawBody: Buffer): readonly (string | Buffer)[];
  /** The header's text for the digest. */
  toHeader(digest: Buffer): string;
  /** The time that the timestamp states, in ms since 1970; NaN when it states none. */
  toTimeMs(timestamp: string): number;
};

/**
 * Believes a delivery only when it is signed by HMAC-SHA256 with the secret as text, over what the scheme says, and not
 * too long ago. Compares in constant time. The signature is checked first, so a stranger learns nothing of our clock.
 */
export function verifyDelivery(scheme: SignatureScheme, delivery: Delivery): Result<void, DeliveryRefusal> {
  const { signature, timestamp, now, maxAgeMs } = delivery;
  if (!signature || !timestamp) return { ok: false, reason: 'signature_missing' };
  if (!isSigned(scheme, delivery, timestamp, signature)) return { ok: false, reason: 'signature_invalid' };
  const ageMs = Math.abs(now.getTime() - scheme.toTimeMs(timestamp));
  // A timestamp that is no time gives NaN, which is never within the window.
  if (!(ageMs <= maxAgeMs)) return { ok: false, reason: 'timestamp_stale' };
  return { ok: true, value: undefined };
}

/** An empty secret signs nothing, else a missing setting would let everyone in. */
function isSigned(
  { listParts, toHeader }: SignatureScheme,
  { secret, rawBody }: Delivery,
  timestamp: string,
  signature: string,
): boolean {
  if (secret === '') return false;
  const hmac = createHmac('sha256', secret);
  for (const part of listParts(timestamp, rawBody)) hmac.update(part);
  const wanted = Buffer.from(toHeader(hmac.digest()));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
