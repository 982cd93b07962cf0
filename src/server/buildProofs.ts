import type { Clock } from '../use-cases/ports/clock';
import type { Logger } from '../use-cases/ports/logger';
import type { Config } from './config';
import type { ServerDeps } from './http/buildServer';
import type { VerifySignature } from './http/signedRequest';

type Signed = Parameters<VerifySignature>[0];
type Verify = (
  delivery: Signed & { secrets: readonly string[]; now: Date; maxAgeMs: number },
) => ReturnType<VerifySignature>;

/** By what those who call the bridge are believed. Without a secret nobody's news from billing can be. */
export function buildProofs(
  config: Config,
  clock: Clock,
  { verifyWebhook, verifyPush }: { verifyWebhook: Verify; verifyPush: Verify },
): Pick<ServerDeps, 'sidebarSharedSecrets' | 'verifySignature' | 'verifyPush'> {
  const { webhookMaxAgeMs: maxAgeMs } = config;
  const by =
    (verify: Verify, secrets: readonly string[]): VerifySignature =>
    (signed) =>
      verify({ ...signed, secrets, maxAgeMs, now: clock.now() });
  const pushSecrets = config.billmanagerWebhookSecrets;
  return {
    sidebarSharedSecrets: config.sidebarSharedSecrets,
    verifySignature: by(verifyWebhook, config.zendeskWebhookSecrets),
    verifyPush: pushSecrets.length === 0 ? undefined : by(verifyPush, pushSecrets),
  };
}

/** Says once which old secrets are still believed, so that nobody forgets to take them away. */
export function tellOldSecrets(config: Config, logger: Logger): void {
  const variables = [
    ...(config.zendeskWebhookSecrets.length > 1 ? ['ZENDESK_WEBHOOK_SECRET_OLD'] : []),
    ...(config.sidebarSharedSecrets.length > 1 ? ['SIDEBAR_SHARED_SECRET_OLD'] : []),
    ...(config.billmanagerWebhookSecrets.length > 1 ? ['BILLMANAGER_WEBHOOK_SECRET_OLD'] : []),
  ];
  if (variables.length > 0) logger.warn({ variables }, 'old secrets are still believed');
}
