import { noteAccountChange } from '../use-cases/billing/noteAccountChange';
import type { NoteAccountChangeDeps } from '../use-cases/billing/noteAccountChange';
import type { Config } from './config';
import type { VerifySignature } from './http/signedRequest';
import type { BillmanagerWebhookDeps } from './http/routes/billmanagerWebhook';

type SignedPush = Parameters<VerifySignature>[0] & { secret: string; now: Date; maxAgeMs: number };

/** News from billing. Without a secret nobody's can be believed. */
export function buildPushDeps(
  { billmanagerWebhookSecret: secret, webhookMaxAgeMs: maxAgeMs }: Config,
  deps: NoteAccountChangeDeps,
  verifyPush: (push: SignedPush) => ReturnType<VerifySignature>,
): Omit<BillmanagerWebhookDeps, 'logger'> {
  return {
    verifyPush:
      secret === undefined
        ? undefined
        : (signed) => verifyPush({ ...signed, secret, maxAgeMs, now: deps.clock.now() }),
    noteAccountChange: (billingAccountId) => noteAccountChange(deps, billingAccountId),
  };
}
