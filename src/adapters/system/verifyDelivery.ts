import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Result } from '../../domain/result';

/** Why a delivery is not believed. */
export type DeliveryRefusal = 'signature_missing' | 'signature_invalid' | 'timestamp_stale';

/** Which secret a believed delivery is signed with: the first, or one that stays valid while it is replaced. */
export type SignedWith = 'current_secret' | 'old_secret';

/** What came in: both headers as they stand in the request, the body exactly as received. */
export type Delivery = {
  /** The secret in use, and behind it those that are still believed; none of them signs when it is empty. */
  secrets: readonly string[];
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
 * Believes a delivery only when it is signed by HMAC-SHA256 with one of the secrets as text, over what the scheme says, and
 * not too long ago; says with which. Compares in constant time. The signature is checked first, so a stranger learns nothing of our clock.
 */
export function verifyDelivery(
  scheme: SignatureScheme,
  delivery: Delivery,
): Result<SignedWith, DeliveryRefusal> {
  const { secrets, signature, timestamp, now, maxAgeMs } = delivery;
  if (!signature || !timestamp) return { ok: false, reason: 'signature_missing' };
  // Each is tried whichever fits, so the time tells nothing of how many there are to be hit.
  const fits = secrets.map((secret) => isSigned(scheme, delivery, { secret, timestamp, signature }));
  if (!fits.includes(true)) return { ok: false, reason: 'signature_invalid' };
  const ageMs = Math.abs(now.getTime() - scheme.toTimeMs(timestamp));
  // A timestamp that is no time gives NaN, which is never within the window.
  if (!(ageMs <= maxAgeMs)) return { ok: false, reason: 'timestamp_stale' };
  return { ok: true, value: fits[0] ? 'current_secret' : 'old_secret' };
}

/** An empty secret signs nothing, else a missing setting would let everyone in. */
function isSigned(
  { listParts, toHeader }: SignatureScheme,
  { rawBody }: Delivery,
  { secret, timestamp, signature }: { secret: string; timestamp: string; signature: string },
): boolean {
  if (secret === '') return false;
  const hmac = createHmac('sha256', secret);
  for (const part of listParts(timestamp, rawBody)) hmac.update(part);
  const wanted = Buffer.from(toHeader(hmac.digest()));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
