import type { Clock } from '../use-cases/ports/clock';
import type { VerifySignature } from './http/signedRequest';

type Signed = Parameters<VerifySignature>[0] & { secret: string; now: Date; maxAgeMs: number };

/** How a signature is believed, whoever signs. */
export type Verify = (signed: Signed) => ReturnType<VerifySignature>;

/** Believes what is signed with this secret, and not longer ago than it may be. */
export function buildSignatureCheck(
  { secret, maxAgeMs, clock }: { secret: string; maxAgeMs: number; clock: Clock },
  verify: Verify,
): VerifySignature {
  return (signed) => verify({ ...signed, secret, maxAgeMs, now: clock.now() });
}
