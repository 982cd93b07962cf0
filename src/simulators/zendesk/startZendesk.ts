import { join } from 'node:path';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { registerControl, SimulatorInputError } from '../kit/control';
import { listen } from '../kit/listen';
import { buildSnapshotFile } from '../kit/snapshotFile';
import { buildReadCaller } from './access/buildReadCaller';
import { buildAssetsApp } from './assets/buildAssetsApp';
import { buildAccount } from './buildAccount';
import type { Account } from './buildAccount';
import { closeTickets } from './control/closeTickets';
import { receiveMail } from './control/receiveMail';
import { seedWorld } from './control/seedWorld';
import { buildHelpCenterTokens } from './help-center/buildHelpCenterTokens';
import { registerHelpCenterRoutes } from './help-center/helpCenterRoutes';
import { readAppPackage } from './package/readAppPackage';
import { registerPages } from './pages/registerPages';
import { registerOAuthRoutes } from './rest/oauthRoutes';
import type { OAuthClient } from './rest/oauthRoutes';
import { DEFAULT_RATE_LIMITS } from './rest/rateLimits';
import type { RateLimits } from './rest/rateLimits';
import { answerVendorErrors, registerRest } from './rest/registerRest';
import { registerSessionRoutes } from './rest/sessionRoutes';
import { DEFAULT_BREAKER } from './webhooks/buildCircuitBreaker';
import type { WebhookSenderOptions } from './webhooks/buildWebhookSender';
import type { World } from './world/World';
import type { WorldSnapshot } from './world/worldSnapshot';

export type ZendeskOptions = {
  /** Of the API and the pages; 0 takes a free one. */
  port: number;
  /** Of the app's assets, the second origin; 0 takes a free one. */
  assetsPort: number;
  /** Keeps the state over a restart. */
  dataDir?: string;
  /** An unpacked app with its placeholders filled in; without it no app is installed. */
  appPackageDir?: string;
  /** What an admin would type at install. */
  appSettings?: Record<string, unknown>;
  /** A script in the theme of the help center. */
  themeScript?: string;
  oauthClient: OAuthClient;
  limits?: Partial<RateLimits>;
  webhooks?: Partial<WebhookSenderOptions>;
  /** How long a job stands in the queue before it begins; 200 when absent. */
  jobDelayMs?: number;
};

export type RunningZendesk = {
  url: string;
  /** Base of the app's assets, with the slash: `http://localhost:<assetsPort>/<appId>/`. */
  assetsUrl: string;
  reset(): void;
  /** Stops at once: deliveries that are on their way are given up. */
  close(): Promise<void>;
  world: World;
};

const DEFAULT_WEBHOOKS: WebhookSenderOptions = {
  timeoutMs: 12_000,
  retryDelayMs: 1_000,
  retryAfterUnitMs: 1_000,
  reorderWindowMs: 200,
  breaker: DEFAULT_BREAKER,
};

const DEFAULT_JOB_DELAY_MS = 200;

/**
 * Starts a stateful stand-in for a Zendesk account (zendesk.md) and promises that it answers at `url`. Rejects with
 * a sentence when the app package cannot be installed, and with the code EADDRINUSE when a port is taken.
 */
export async function startZendesk(options: ZendeskOptions): Promise<RunningZendesk> {
  const { appPackageDir, dataDir } = options;
  const path = dataDir === undefined ? undefined : join(dataDir, 'simulators', 'zendesk.json');
  const file = buildSnapshotFile<WorldSnapshot>(path);
  let url = `http://localhost:${String(options.port)}`;
  const account = buildAccount({
    file,
    appPackage:
      appPackageDir === undefined ? undefined : readAppPackage(appPackageDir, options.appSettings ?? {}),
    webhooks: { ...DEFAULT_WEBHOOKS, ...options.webhooks },
    limits: { ...DEFAULT_RATE_LIMITS, ...options.limits },
    jobDelayMs: options.jobDelayMs ?? DEFAULT_JOB_DELAY_MS,
    baseUrl: () => url,
  });
  const appId = account.desk.world.installation()?.appId;
  const assets = await listen(buildAssetsApp(appPackageDir, appId), options.assetsPort);
  const assetsUrl = `${assets.url}/${String(appId ?? 0)}/`;
  const app = buildApp(account, options, assetsUrl);
  const running = await listen(app, options.port).catch(async (error: unknown) => {
    await assets.close();
    throw error;
  });
  url = running.url;
  return {
    url,
    assetsUrl,
    world: account.desk.world,
    reset: account.reset,
    close: async () => {
      account.sender.stop();
      account.jobs.stop();
      await Promise.all([running.close(), assets.close()]);
      await file.flush();
    },
  };
}

function buildApp(account: Account, options: ZendeskOptions, assetsUrl: string): FastifyInstance {
  const { desk, sessions, tokens, rates, jobs, received } = account;
  const app = fastify({
    forceCloseConnections: true,
    rewriteUrl: (request) => withoutJson(request.url ?? '/'),
  });
  takeEmptyBodies(app);
  void app.register(cookie);
  void app.register(formbody);
  answerVendorErrors(app);
  registerRest(app, {
    deps: {
      desk,
      readCaller: buildReadCaller(desk.world, sessions, tokens),
      tokens,
      rates,
      installAgain: account.installAgain,
      testWebhook: (webhook, isKept) => account.sender.test(webhook, isKept),
      limits: account.limits,
      jobs,
    },
    received,
    readFaults: account.readApiFaults,
  });
  registerOAuthRoutes(app, options.oauthClient, tokens);
  registerSessionRoutes(app, sessions);
  registerHelpCenterRoutes(app, { sessions, tokens: buildHelpCenterTokens(), readPlan: account.readPlan });
  registerAccountControl(app, account);
  registerMails(app, desk.world);
  const { themeScript } = options;
  const pages = {
    sessions,
    hasThemeScript: themeScript !== undefined,
    installation: () => desk.world.installation(),
    assetsUrl: () => assetsUrl,
    world: desk.world,
    events: desk.events,
  };
  registerPages(app, pages, themeScript === undefined ? {} : { themeScript });
  return app;
}

function registerAccountControl(app: FastifyInstance, account: Account): void {
  const { desk, received } = account;
  registerControl(app, {
    reset: account.reset,
    seed: (body) => seedWorld(desk, body),
    setFaults: account.setFaults,
    clock: desk.clock,
    received,
  });
  const act = (path: string, status: number, answer: (body: unknown) => unknown) =>
    app.post(path, async (request, reply) => {
      try {
        return await reply.code(status).send(answer(request.body));
      } catch (error) {
        if (error instanceof SimulatorInputError) return reply.code(400).send({ error: error.message });
        throw error;
      }
    });
  act('/_control/mail', 201, (body) => receiveMail(desk, body));
  act('/_control/limits', 200, account.setLimits);
  act('/_control/plan', 200, account.setPlan);
  act('/_control/close', 200, (body) => closeTickets(desk, body));
}

/** A call that says it sends JSON and sends nothing is taken, as by Zendesk: public clients do so when they delete. */
function takeEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null);
    else parse(request, String(body), done);
  });
}

/** What people were mailed, oldest first: all of it, or what went to one address or is about one ticket. */
function registerMails(app: FastifyInstance, { mails }: World): void {
  app.get<{ Querystring: { to?: string; ticket?: string } }>('/_control/mails', async (request) => {
    const { to, ticket } = request.query;
    const asked = to === undefined ? mails.all() : mails.by('to', to.toLowerCase());
    return asked.filter((mail) => ticket === undefined || String(mail.ticket_id) === ticket);
  });
}

/** Every path of the API exists with and without `.json` (zendesk.md 8). */
function withoutJson(url: string): string {
  return url.replace(/^(\/(?:api\/v2|oauth)\/[^?]*)\.json(?=\?|$)/, '$1');
}
