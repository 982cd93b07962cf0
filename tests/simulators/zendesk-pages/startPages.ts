import { readFileSync } from 'node:fs';
import cookie from '@fastify/cookie';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { buildSnapshotFile } from '../../../src/simulators/kit/snapshotFile';
import { listen } from '../../../src/simulators/kit/listen';
import { buildAccount } from '../../../src/simulators/zendesk/buildAccount';
import type { Account } from '../../../src/simulators/zendesk/buildAccount';
import { seedWorld } from '../../../src/simulators/zendesk/control/seedWorld';
import { registerPages } from '../../../src/simulators/zendesk/pages/registerPages';
import { DEFAULT_RATE_LIMITS } from '../../../src/simulators/zendesk/rest/rateLimits';
import { registerSessionRoutes } from '../../../src/simulators/zendesk/rest/sessionRoutes';
import { DEFAULT_BREAKER } from '../../../src/simulators/zendesk/webhooks/buildCircuitBreaker';

export type RunningPages = {
  url: string;
  account: Account;
  /** Makes a ticket in the name of a client and answers its id. */
  seedTicket(ticket: Record<string, unknown>): number;
  close(): Promise<void>;
};

const SETTINGS = { bridge_url: 'https://bridge.test', shared_secret: 'kept-from-browsers' };

export const MANIFEST = {
  version: '1.2.3',
  location: { support: { ticket_sidebar: { url: 'assets/iframe.html' } } },
  domainWhitelist: ['127.0.0.1'],
  parameters: [
    { name: 'bridge_url', type: 'text' },
    { name: 'shared_secret', type: 'text', secure: true, scopes: ['jwt_secret_key'] },
  ],
};

/** A seeded account with an app installed, and its pages on a free port. */
export async function startPages({ withApp = true } = {}): Promise<RunningPages> {
  const template = readFileSync('requirements.json', 'utf8').replaceAll(
    '__BRIDGE_URL__',
    'http://127.0.0.1:9',
  );
  const requirements: unknown = JSON.parse(template);
  const account = buildAccount({
    file: buildSnapshotFile(undefined),
    appPackage: withApp ? { manifest: MANIFEST, requirements, settings: SETTINGS } : undefined,
    // Nobody listens for the webhooks of these tests.
    webhooks: {
      timeoutMs: 100,
      retryDelayMs: 1,
      retryAfterUnitMs: 1,
      reorderWindowMs: 1,
      breaker: DEFAULT_BREAKER,
    },
    limits: DEFAULT_RATE_LIMITS,
    jobDelayMs: 0,
    baseUrl: () => 'http://localhost',
  });
  const app: FastifyInstance = fastify({ forceCloseConnections: true });
  app.register(cookie);
  registerSessionRoutes(app, account.sessions);
  registerPages(app, {
    hasThemeScript: true,
    sessions: account.sessions,
    installation: () => account.desk.world.installation(),
    assetsUrl: () => 'http://localhost:9/77/',
    world: account.desk.world,
    events: account.desk.events,
  });
  const { url, close } = await listen(app, 0);
  return {
    url,
    account,
    seedTicket: (ticket) => seedWorld(account.desk, { tickets: [ticket] }).tickets[0]!,
    close: async () => {
      account.sender.stop();
      await close();
    },
  };
}

/** What the page tells its script. */
export function readPageData(page: string): Record<string, unknown> {
  const [, json = ''] = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json) as Record<string, unknown>;
}
