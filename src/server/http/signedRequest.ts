import type { FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../contract/errorCodes';
import type { Result } from '../../domain/result';

/**
 * Believes a delivery of this moment, and says with which secret it is signed, or names why not. Whoever builds it knows
 * scheme, secrets and clock.
 */
export type VerifySignature = (delivery: {
  signature: string | undefined;
  timestamp: string | undefined;
  rawBody: Buffer;
}) => Result<'current_secret' | 'old_secret', 'signature_missing' | 'signature_invalid' | 'timestamp_stale'>;

/** The raw body of a request that is believed; else the code to answer and the finer reason for the log. */
export type SignedBody = { ok: true; rawBody: Buffer } | { ok: false; code: ErrorCode; reason: string };

/** Reads a request whose signature and timestamp stand in the headers named. */
export function readSignedBody(
  request: FastifyRequest,
  verify: VerifySignature,
  headers: { signature: string; timestamp: string },
): SignedBody {
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const verified = verify({
    signature: readHeader(request, headers.signature),
    timestamp: readHeader(request, headers.timestamp),
    rawBody,
  });
  if (verified.ok) {
    noteSecret(request, verified.value);
    return { ok: true, rawBody };
  }
  const code = verified.reason === 'timestamp_stale' ? 'timestamp_stale' : 'signature_invalid';
  return { ok: false, code, reason: verified.reason };
}

/** The log says who still uses an old secret: once nobody does, it can be taken away. */
export function noteSecret(request: FastifyRequest, secret: 'current_secret' | 'old_secret'): void {
  if (secret === 'old_secret') request.logFields['signedWith'] = secret;
}

/** A header that was sent twice counts as not sent. */
export function readHeader(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Undefined when it is no JSON; JSON never holds undefined itself. */
export function parseJsonBody(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    return undefined;
  }
}
