import { SignJWT } from 'jose';
import { verifyWebhook } from '../../../src/adapters/zendesk/webhookSignature';
import { verifyPush } from '../../../src/adapters/billing-push/verifyPush';
import type { BridgeStatus } from '../../../src/contract/bridgeStatus';
import type { ClientView, CreditsView } from '../../../src/contract/creditsView';
import { SIDEBAR_TOKEN_AUDIENCE, SIDEBAR_TOKEN_ISSUER, USER_CLAIM } from '../../../src/contract/paths';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { buildServer } from '../../../src/server/http/buildServer';
import type { ServerDeps } from '../../../src/server/http/buildServer';
import { NO_TELEMETRY } from '../../../src/use-cases/ports/telemetry';
import { SERVER_BOUNDS } from '../../../src/server/http/serverBounds';
import type { ServerBounds } from '../../../src/server/http/serverBounds';
import { buildRecordingLogger } from '../recordingLogger';

export const NOW = new Date('2026-11-22T10:00:00Z');
/** The one person who is an admin of the helpdesk. */
export const ADMIN_ID = '600';
export const SIDEBAR_SECRET = 'sidebar-secret-of-thirty-two-characters';
export const PUSH_SECRET = 'push-secret-of-thirty-two-characters';
export const HELP_CENTER = 'https://support.example.test';
export const WEBHOOK_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

const buyUrl = 'https://my.example.test/';
const care = { isOpen: true, changesAt: '2026-11-23T16:00:00.000Z', timeZone: 'Europe/Moscow' };

/** The bridge in process: real routes and the real signature check, the outside as the test wants it. */
export function openServer(overrides: Partial<ServerDeps> = {}, bounds: Partial<ServerBounds> = {}) {
  const { logger, lines, text } = buildRecordingLogger();
  const queued: string[] = [];
  const deps: ServerDeps = {
    logger,
    telemetry: NO_TELEMETRY,
    clock: { now: () => NOW },
    queue: {
      queueReconcile: async (ticketId) => {
        queued.push(ticketId);
      },
    },
    verifyPush: (delivery) =>
      verifyPush({ ...delivery, secrets: [PUSH_SECRET], now: NOW, maxAgeMs: 900_000 }),
    noteAccountChange: async (billingAccountId) => {
      queued.push(`account ${billingAccountId}`);
      return 'queued';
    },
    recheckTicket: async (ticketId) => {
      queued.push(ticketId);
    },
    sidebarSharedSecrets: [SIDEBAR_SECRET],
    verifySignature: (delivery) => verifyWebhook({ ...delivery, secrets: [WEBHOOK_SECRET], now: NOW }),
    readCreditsView: async (ticketId) => ({ ok: true, value: buildCreditsView(ticketId) }),
    readRequesterView: async () => ({ ok: true, value: buildClientView() }),
    readEntriesPage: async () => ({ entries: [], before: null }),
    readEntryReceipt: async () => ({ ok: false, reason: 'entry_not_found' }),
    searchAccounts: async () => ({ ok: true, value: { candidates: [], hasMore: false } }),
    helpCenterOrigins: [HELP_CENTER],
    clientTokens: { readPerson: async () => ({ ok: false, reason: 'token_missing' }) },
    readPublicRules: () => ({ packs: [], buyUrl, care, now: NOW.toISOString() }),
    readClientCredits: async () => {
      throw new Error('no client is known here');
    },
    readClientEntries: async () => ({ entries: [], before: null }),
    readClientReceipt: async () => ({ ok: false, reason: 'entry_not_found' }),
    isAdmin: async (userId) => userId === ADMIN_ID,
    dryRun: async () => ({ ok: false, reason: 'ticket_not_found' }),
    checkSetup: async (system) => ({ system, checkedAt: NOW.toISOString(), findings: [] }),
    readStatus: async () => buildStatus(),
    noteWebhook: () => undefined,
    readWorkCounts: async () => ({ counts: [] }),
    readWorkPage: async ({ kind }) => ({ kind, count: 0, items: [], next: null }),
    readReport: async () => ({ report: 'waits', rows: [], unknownDebits: 0 }),
    readAppTriggers: async () => ({ triggers: [] }),
    readPolicyView: async () => ({
      policy: DEFAULT_POLICY,
      standard: DEFAULT_POLICY,
      differences: [],
      readAt: NOW.toISOString(),
      file: { state: 'none' },
    }),
    readShadowPage: async () => ({ mode: 'live', next: null }),
    isNativeCounted: false,
    async *compareTickets() {},
    readReadiness: async () => ({ database: true, worker: true }),
    trustedProxies: [],
    ...overrides,
  };
  const app = buildServer(deps, { ...SERVER_BOUNDS, ...bounds });
  return { app, queued, lines, logText: text };
}

/** A token as Zendesk's proxy signs it, unless the test says otherwise. Times in seconds from NOW. */
export async function signToken(
  options: {
    secret?: string;
    audience?: string;
    issuer?: string;
    issuedIn?: number | null;
    endsIn?: number | null;
    algorithm?: string;
    userId?: string;
  } = {},
): Promise<string> {
  const { secret = SIDEBAR_SECRET, issuedIn = 0, endsIn = 60, algorithm = 'HS256' } = options;
  const nowSeconds = NOW.getTime() / 1_000;
  const token = new SignJWT(options.userId === undefined ? {} : { [USER_CLAIM]: options.userId })
    .setProtectedHeader({ alg: algorithm })
    .setAudience(options.audience ?? SIDEBAR_TOKEN_AUDIENCE)
    .setIssuer(options.issuer ?? SIDEBAR_TOKEN_ISSUER);
  if (issuedIn !== null) token.setIssuedAt(nowSeconds + issuedIn);
  if (endsIn !== null) token.setExpirationTime(nowSeconds + endsIn);
  return token.sign(new TextEncoder().encode(secret));
}

export function buildStatus(): BridgeStatus {
  return {
    version: '1.2.3',
    mode: 'live',
    now: NOW.toISOString(),
    webhookAt: null,
    sweep: { endedAt: null, reachedAt: null },
    jobs: { waiting: 0, oldestAt: null, failing: 0, givenUp: 0 },
    billing: { isAnswering: null, answeredAt: null, failure: null },
  };
}

export function buildCreditsView(ticketId: string): CreditsView {
  return {
    ...buildClientView(),
    ticket: {
      id: ticketId,
      line: 'tech',
      creditState: null,
      reason: null,
      continues: null,
      stateSince: null,
      toldAt: null,
      answer: null,
      approval: null,
    },
  };
}

export function buildClientView(): ClientView {
  return {
    identity: { kind: 'unavailable' },
    partnerLevel: null,
    balance: null,
    spend: null,
    handOver: null,
    entries: [],
    entriesBefore: null,
    packs: [],
    buyUrl,
    refundRules: [],
    care,
    billingReadAt: null,
    isBillingReachable: false,
    now: NOW.toISOString(),
  };
}
