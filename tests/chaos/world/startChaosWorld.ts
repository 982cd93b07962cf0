import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../../src/adapters/postgres/embedded/findFreePort';
import { bridgeEnvironment } from '../../../src/playground/childEnvironments.mjs';
import { fromRoot } from '../../../src/playground/projectRoot.mjs';
import { renderPackage } from '../../../src/playground/renderPackage.mjs';
import { startBillmanager } from '../../../src/simulators/billmanager/startBillmanager';
import { startZendesk } from '../../../src/simulators/zendesk/startZendesk';
import { liftPaces } from './liftPaces';
import { startBalancer } from './startBalancer';
import { buildBridge } from './startBridge';
import { startDatabase } from './startDatabase';
import type { Database } from './startDatabase';
import type { Bridge } from './startBridge';
import { CHAOS_POLICY } from './chaosPolicy';

/** Everything that runs: two replicas of the bridge on one database, behind one address, and both simulators. */
export type ChaosWorld = {
  zendeskUrl: string;
  billmanagerUrl: string;
  /** Where Zendesk and billing reach whichever replica lives. */
  bridgeUrl: string;
  database: Database;
  bridges: readonly Bridge[];
  /** Of the commands on the host. */
  commandEnv: Record<string, string>;
  /** The secret that billing signs its news with. */
  newsSecret: string;
  folder: string;
  logPaths: string[];
  /** Ends everything that was started. Removes the folder unless it is to be kept. */
  close(options: { keepsFolder: boolean }): Promise<void>;
};

/** What differs in a run of faults. */
export type WorldOptions = {
  /** What the bridges are told otherwise than the commands on the host, such as another way to the same server. */
  toBridgeEnv?: (env: Record<string, string>, folder: string) => Promise<Record<string, string>>;
  /** Starts the database, in place of one in the run's own folder. */
  openDatabase?: (folder: string) => Promise<Database>;
  /** Two when not given. */
  bridgeCount?: number;
};

/** A run is many days of a helpdesk in a few minutes: limits that count real minutes would be all that it measured. */
const LIMITS = { areOn: false };

/** Starts everything, on loopback and in a new folder; what was started is ended again when something does not start. */
export async function startChaosWorld(options: WorldOptions = {}): Promise<ChaosWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-chaos-'));
  const closers: (() => Promise<void>)[] = [];
  const close = async ({ keepsFolder }: { keepsFolder: boolean }) => {
    while (closers.length > 0) await closers.pop()?.();
    if (!keepsFolder) rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await startAll(folder, closers, options)), folder, close };
  } catch (error) {
    await close({ keepsFolder: true });
    throw error;
  }
}

async function startAll(
  folder: string,
  closers: (() => Promise<void>)[],
  { openDatabase = startDatabase, toBridgeEnv = async (env) => env, bridgeCount = 2 }: WorldOptions,
): Promise<Omit<ChaosWorld, 'folder' | 'close'>> {
  const secrets = {
    ZENDESK_WEBHOOK_SECRET: randomBytes(24).toString('hex'),
    SIDEBAR_SHARED_SECRET: randomBytes(24).toString('hex'),
    ZENDESK_CLIENT_SECRET: randomBytes(24).toString('hex'),
  };
  const newsSecret = randomBytes(24).toString('hex');
  const balancer = await startBalancer();
  closers.push(() => balancer.close());
  const database = await openDatabase(join(folder, 'postgres'));
  closers.push(() => database.end('in order'));
  const billmanager = await startBillmanager({ port: 0 });
  closers.push(() => billmanager.close());
  const zendesk = await startZendeskFor(folder, balancer.url, secrets);
  closers.push(() => zendesk.close());

  const ports = { zendesk: portOf(zendesk.url), billmanager: billmanager.port, assets: 0, bridge: 0 };
  const settings = { ports, dataDir: folder, hasZendeskSimulator: true, hasBillmanagerSimulator: true };
  const policyFile = join(folder, 'policy.json');
  writeFileSync(policyFile, JSON.stringify(CHAOS_POLICY));
  const commandEnv = {
    ...bridgeEnvironment(settings, secrets),
    DATABASE_URL: database.url,
    POLICY_FILE: policyFile,
    BILLMANAGER_WEBHOOK_SECRET: newsSecret,
    // A billing that hangs must cost less than it does in earnest.
    BILLMANAGER_TIMEOUT_MS: '2000',
    ZENDESK_TICKET_UPDATES_PER_MINUTE: '1000',
  };
  const bridgeEnv = { ...commandEnv, ...(await toBridgeEnv(commandEnv, folder)) };
  mkdirSync(join(folder, 'logs'));
  const logPaths = Array.from({ length: bridgeCount }, (_, number) =>
    join(folder, 'logs', `bridge-${number}.log`),
  );
  const bridges: Bridge[] = [];
  for (const logPath of logPaths) {
    const bridge = buildBridge({ port: await findFreePort(), env: bridgeEnv, logPath });
    closers.push(async () => void (await bridge.end('SIGTERM')));
    bridges.push(bridge);
    await bridge.start();
  }
  await liftPaces(database.url);
  balancer.use(bridges);
  return {
    zendeskUrl: zendesk.url,
    billmanagerUrl: billmanager.url,
    bridgeUrl: balancer.url,
    database,
    bridges,
    commandEnv,
    newsSecret,
    logPaths,
  };
}

function startZendeskFor(
  folder: string,
  bridgeUrl: string,
  secrets: { ZENDESK_WEBHOOK_SECRET: string; SIDEBAR_SHARED_SECRET: string; ZENDESK_CLIENT_SECRET: string },
) {
  const appPackageDir = join(folder, 'app');
  const webhookSecret = secrets.ZENDESK_WEBHOOK_SECRET;
  const buyUrl = 'https://shop.example.test/';
  renderPackage({ from: fromRoot('dist/app'), to: appPackageDir, bridgeUrl, webhookSecret, buyUrl });
  return startZendesk({
    port: 0,
    assetsPort: 0,
    appPackageDir,
    appSettings: { bridge_url: bridgeUrl, shared_secret: secrets.SIDEBAR_SHARED_SECRET },
    oauthClient: { id: 'support-credits-bridge', secret: secrets.ZENDESK_CLIENT_SECRET },
    limits: LIMITS,
  });
}

const portOf = (url: string) => Number(new URL(url).port);
