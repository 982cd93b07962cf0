import { buildReports } from '../../../src/adapters/postgres/buildReports';
import { buildWorkLists } from '../../../src/adapters/postgres/buildWorkLists';
import { buildLogger } from '../../../src/adapters/system/buildLogger';
import { buildClientTokens } from '../../../src/adapters/zendesk/help-center/buildClientTokens';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { buildClientDeps } from '../../../src/server/buildClientDeps';
import { readConfig } from '../../../src/server/config';
import { noteAccountChange } from '../../../src/use-cases/billing/noteAccountChange';
import { buildAdminGate } from '../../../src/use-cases/buildAdminGate';
import { dryRun } from '../../../src/use-cases/dry-run/dryRun';
import { readWorkCounts, readWorkPage } from '../../../src/use-cases/readWorkList';
import { readReport } from '../../../src/use-cases/reports/readReport';
import { recheckTicket } from '../../../src/use-cases/recheckTicket';
import { readCreditsView } from '../../../src/use-cases/views/readCreditsView';
import { readEntriesPage } from '../../../src/use-cases/views/readEntriesPage';
import { readEntryReceipt } from '../../../src/use-cases/views/readEntryReceipt';
import { readRequesterView } from '../../../src/use-cases/views/readRequesterView';
import { searchAccounts } from '../../../src/use-cases/views/searchAccounts';
import { startScriptedZendesk } from '../../adapters/zendesk/scriptedZendesk';
import { seedEveryKind } from '../../helpers/database/seedEveryKind';
import { openWorld } from '../../use-cases/world';
import {
  ADMIN_ID,
  HELP_CENTER,
  NOW,
  openServer,
  PUSH_SECRET,
  SIDEBAR_SECRET,
  WEBHOOK_SECRET,
} from '../http/openServer';
import { makeProofs } from './makeProofs';

/** Clients whom helpdesk and billing know: e-mails and numbers of users and accounts. */
export const KNOWN = Array.from({ length: 20 }, (_, index) => ({
  userId: String(900 + index),
  email: `client${index}@fuzz.test`,
  billingAccountId: String(1_001 + index),
}));

const SECRETS = [SIDEBAR_SECRET, PUSH_SECRET, WEBHOOK_SECRET, '@fuzz.test'];

/**
 * The bridge with its real routes, use cases and database; helpdesk and billing are in memory. What it must never log or answer
 * is in `secrets`, and a line of its log that holds one is kept in `leaks`.
 */
export async function openFuzzedBridge() {
  const world = await openWorld({ isCaching: true });
  const proofs = await makeProofs(KNOWN.map(({ userId }) => userId));
  const zendesk = await startScriptedZendesk(() => ({ body: { keys: [proofs.publishedKey] } }));
  const leaks: string[] = [];
  const clock = { now: () => NOW };
  const logger = buildLogger('info', {
    write: (line) => {
      if (SECRETS.some((secret) => line.includes(secret)) || /eyJ[\w-]+\.eyJ/.test(line)) leaks.push(line);
    },
  });
  world.desk.addUser({ id: ADMIN_ID, email: 'admin@fuzz.test', isAgent: true, isAdmin: true });
  for (const { userId, email, billingAccountId } of KNOWN)
    world.addClient(userId, email, { billingAccountId });
  for (const { billingAccountId } of KNOWN.slice(0, 3)) await seedEveryKind(world.ledger, billingAccountId);
  world.desk.addTicket({ id: '7', requesterId: '900' });

  const { pool } = world;
  const deps = {
    ...world.deps,
    clock,
    logger,
    policy: DEFAULT_POLICY,
    workLists: buildWorkLists(pool),
    reports: buildReports(pool),
  };
  const { app } = openServer({
    logger,
    clock,
    queue: world.queue,
    noteAccountChange: (billingAccountId) => noteAccountChange(deps, billingAccountId),
    recheckTicket: (ticketId) => recheckTicket(deps, ticketId),
    readCreditsView: (ticketId) => readCreditsView(deps, ticketId),
    readRequesterView: (requesterId) => readRequesterView(deps, requesterId),
    readEntriesPage: (request) => readEntriesPage(deps, request),
    readEntryReceipt: (billingAccountId, key) => readEntryReceipt(deps, billingAccountId, key),
    searchAccounts: (text) => searchAccounts(deps, text),
    isAdmin: buildAdminGate(deps),
    readReport: (request) => readReport(deps, request),
    readWorkCounts: () => readWorkCounts(deps),
    readWorkPage: (request) => readWorkPage(deps, request),
    dryRun: (request) => dryRun(deps, request),
    ...buildClientDeps(deps, readConfig(buildEnvironment(zendesk.url)), (settings) =>
      buildClientTokens({ ...settings, clock }),
    ),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    proofs,
    leaks,
    secrets: SECRETS,
    billing: world.billing,
    /** What the fakes remember is theirs, not the bridge's. */
    forget: () => world.billing.asked.splice(0),
    close: async () => {
      await app.close();
      await zendesk.close();
      await world.close();
    },
  };
}

export type FuzzedBridge = Awaited<ReturnType<typeof openFuzzedBridge>>;

const buildEnvironment = (zendeskUrl: string) => ({
  ZENDESK_URL: zendeskUrl,
  ZENDESK_CLIENT_ID: 'fuzzed',
  ZENDESK_CLIENT_SECRET: 'fuzzed',
  ZENDESK_WEBHOOK_SECRET: WEBHOOK_SECRET,
  SIDEBAR_SHARED_SECRET: SIDEBAR_SECRET,
  BILLMANAGER_URL: 'https://billing.fuzz.test',
  BILLMANAGER_AUTHINFO: 'fuzzed:fuzzed',
  HELP_CENTER_ORIGINS: HELP_CENTER,
});
