import { noteAccountChange } from '../use-cases/billing/noteAccountChange';
import type { NoteAccountChangeDeps } from '../use-cases/billing/noteAccountChange';
import { buildSignatureCheck } from './buildSignatureCheck';
import type { Verify } from './buildSignatureCheck';
import type { Config } from './config';
import type { BillmanagerWebhookDeps } from './http/routes/billmanagerWebhook';

/** How news from billing are taken. Without a secret nobody's can be believed. */
export function buildPushDeps(
  deps: NoteAccountChangeDeps,
  config: Config,
  verify: Verify,
): Omit<BillmanagerWebhookDeps, 'logger'> {
  const { billmanagerWebhookSecret: secret, webhookMaxAgeMs: maxAgeMs } = config;
  const { clock } = deps;
  return {
    verifyPush: secret === undefined ? undefined : buildSignatureCheck({ secret, maxAgeMs, clock }, verify),
    noteAccountChange: (billingAccountId) => noteAccountChange(deps, billingAccountId),
  };
}
