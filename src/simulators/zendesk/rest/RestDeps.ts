import type { ReadCaller } from '../access/Caller';
import type { Tokens } from '../access/buildTokens';
import type { Desk } from '../Desk';
import type { SimInstallation } from '../entities/SimInstallation';
import type { SimWebhook } from '../entities/SimWebhook';
import type { JobRunner } from '../jobs/buildJobRunner';
import type { WebhookTest } from '../webhooks/testWebhook';
import type { RateCounter, RateLimits } from './rateLimits';

/** What the routes of the API get. */
export type RestDeps = {
  desk: Desk;
  readCaller: ReadCaller;
  tokens: Tokens;
  rates: RateCounter;
  limits: RateLimits;
  jobs: JobRunner;
  /** Installs the package once more beside what is installed; undefined when there is no package. */
  installAgain: ((settings: Record<string, unknown>) => SimInstallation) | undefined;
  /** Calls an endpoint once, signed with the webhook's own secret when it is one that is kept. */
  testWebhook(webhook: SimWebhook, isKept: boolean): Promise<WebhookTest>;
};
