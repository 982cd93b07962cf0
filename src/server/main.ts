import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { readTrust } from '../adapters/billmanager/transport/readTrust';
import { buildBillmanagerSource } from '../adapters/billmanager/buildBillmanagerSource';
import { buildNativeCounts } from '../adapters/billmanager/buildNativeCounts';
import type { BillmanagerOptions } from '../adapters/billmanager/buildBillmanagerSource';
import { buildBillingInspection } from '../adapters/billmanager/check/buildBillingInspection';
import { verifyPush } from '../adapters/billing-push/verifyPush';
import { buildDecidedTickets } from '../adapters/postgres/buildDecidedTickets';
import { buildFigures } from '../adapters/postgres/figures/buildFigures';
import { buildFactsMemory } from '../adapters/postgres/buildFactsMemory';
import { buildLedger } from '../adapters/postgres/buildLedger';
import { buildLedgerViews } from '../adapters/postgres/buildLedgerViews';
import { buildLedgerExport } from '../adapters/postgres/buildLedgerExport';
import { buildPool } from '../adapters/postgres/buildPool';
import { buildReports } from '../adapters/postgres/buildReports';
import { buildRequestLimits } from '../adapters/postgres/buildRequestLimits';
import { buildSweepMemory } from '../adapters/postgres/buildSweepMemory';
import { buildWorkLists } from '../adapters/postgres/buildWorkLists';
import { buildWorkQueue } from '../adapters/postgres/worker/buildWorkQueue';
import { startEmbeddedPostgres } from '../adapters/postgres/embedded/startEmbeddedPostgres';
import { isReady } from '../adapters/postgres/isReady';
import { migrate } from '../adapters/postgres/migrate';
import { buildLedgerProof } from '../adapters/postgres/verify/buildLedgerProof';
import { buildVerificationMemory } from '../adapters/postgres/verify/buildVerificationMemory';
import { startWorker } from '../adapters/postgres/worker/startWorker';
import { claimMode } from '../adapters/postgres/claimMode';
import { buildClock } from '../adapters/system/buildClock';
import { buildLogger } from '../adapters/system/buildLogger';
import { openTelemetry } from '../adapters/telemetry/openTelemetry';
import { withTraceIds } from '../adapters/telemetry/withTraceIds';
import { buildNoteTexts } from '../adapters/texts/buildNoteTexts';
import { buildZendeskChangedTickets } from '../adapters/zendesk/buildZendeskChangedTickets';
import { buildDeskInspection } from '../adapters/zendesk/check/buildDeskInspection';
import { readWantedSetup } from '../adapters/zendesk/check/wantedSetup';
import { buildStaffNotes } from '../adapters/zendesk/buildStaffNotes';
import { buildClientTokens } from '../adapters/zendesk/help-center/buildClientTokens';
import { buildZendeskDesk } from '../adapters/zendesk/buildZendeskDesk';
import { buildOpenSidebars } from '../adapters/zendesk/sidebars/buildOpenSidebars';
import { verifyWebhook } from '../adapters/zendesk/webhookSignature';
import { SIDEBAR_NEWS_EVENT } from '../contract/sidebarNews';
import type { Policy } from '../domain/policy/policy';
import type { Logger } from '../use-cases/ports/logger';
import type { Telemetry } from '../use-cases/ports/telemetry';
import type { CheckBillingDeps } from '../use-cases/check-billing/checkBilling';
import type { CheckZendeskDeps } from '../use-cases/check-zendesk/checkZendesk';
import type { ShadowDeps, Store, SweepCommandDeps } from './cli/operatorCommand';
import { claimLedger } from './claimLedger';
import { runCommand } from './cli/runCommand';
import {
  ConfigError,
  readBillingConfig,
  readConfig,
  readDatabaseConfig,
  readShadowConfig,
  readSweepConfig,
  readZendeskSetupConfig,
} from './config';
import type { BillingConfig, Config, DatabaseConfig } from './config';
import { buildAdminDeps } from './buildAdminDeps';
import { buildClientDeps } from './buildClientDeps';
import { buildPushDeps } from './buildPushDeps';
import { buildSidebarDeps } from './buildSidebarDeps';
import { buildServer } from './http/buildServer';
import { closeServer } from './http/closeServer';
import { listenForMetrics } from './listenForMetrics';
import { loadPolicy } from './policy/loadPolicy';
import type { StopList } from './stopList';
import { INTAKE_STOP_MS, JOBS_STOP_MS, POOL_STOP_MS, TELEMETRY_STOP_MS, WORKER_STOP_MS } from './stopTimes';
import { toBillingSettings } from './toBillingSettings';
import { toZendeskSettings } from './toZendeskSettings';
import { watchPort } from './watchPort';
import { buildTasks } from './workers/buildTasks';
import { toShadowTasks } from './workers/toShadowTasks';
import { CRONTAB } from './workers/crontab';

/** Under the data folder: the two modes never meet in one database. */
const EMBEDDED_FOLDERS = { live: 'postgres', shadow: 'postgres-shadow' } as const;

/** The only place that constructs adapters. */
async function serve(stops: StopList): Promise<void> {
  const config = readConfig(process.env);
  const policy = await loadPolicy(config.policyFile, (path) => readFile(path, 'utf8'));
  const opened = await openTelemetry({ ...config, logger: buildLogger(config.logLevel) });
  stops.add(() => opened.stop(), TELEMETRY_STOP_MS);
  const { telemetry } = opened;
  const logger = withTraceIds(buildLogger(config.logLevel), telemetry);
  const billing = buildBillmanagerSource({
    ...(await readBillingOptions(config, policy, logger)),
    telemetry,
  });
  const connectionString = await openDatabase(config, logger, stops);
  await migrate({ connectionString });
  const pool = buildPool({ connectionString, logger });
  stops.add(() => pool.end(), POOL_STOP_MS);
  await claimLedger((mode) => claimMode(pool, mode), config.mode);

  const deps = openAdapters({ config, policy, logger, telemetry, pool, billing });
  const worker = await stops.addStarting(
    startWorker({
      pool,
      logger,
      concurrency: config.workerConcurrency,
      tasks: config.mode === 'shadow' ? toShadowTasks(buildTasks(deps)) : buildTasks(deps),
      crontab: CRONTAB,
      telemetry,
    }),
    (started) => started.stop({ timeoutMs: JOBS_STOP_MS }),
    WORKER_STOP_MS,
  );

  const server = buildServer({
    ...deps,
    sidebarSharedSecret: config.sidebarSharedSecret,
    verifySignature: (signed) =>
      verifyWebhook({
        ...signed,
        secret: config.zendeskWebhookSecret,
        now: deps.clock.now(),
        maxAgeMs: config.webhookMaxAgeMs,
      }),
    ...buildSidebarDeps(deps),
    ...buildAdminDeps(deps),
    ...buildPushDeps(config, deps, verifyPush),
    ...buildClientDeps(deps, config, (tokens) => buildClientTokens({ ...tokens, clock: deps.clock })),
    readReadiness: async () => ({ database: await isReady(pool), worker: worker.isRunning() }),
  });
  stops.add(() => closeServer(server, INTAKE_STOP_MS));
  await listenForMetrics(config, opened.buildPage(buildFigures(pool), deps.clock), { stops, logger });
  await server.listen({ host: config.host, port: config.port });
  logger.info({ host: config.host, port: config.port, mode: config.mode }, 'bridge started');
}

/** What the use cases of the running bridge ask, each operation on ledger and queue watched. */
function openAdapters(given: {
  config: Config;
  policy: Policy;
  logger: Logger;
  telemetry: Telemetry;
  pool: Pool;
  billing: ReturnType<typeof buildBillmanagerSource>;
}) {
  const { config, policy, logger, telemetry, pool, billing } = given;
  const limits = buildRequestLimits(pool);
  const zendesk = { ...toZendeskSettings(config), logger, clock: buildClock(), limits, telemetry };
  return {
    clock: buildClock(),
    desk: buildZendeskDesk(zendesk),
    changedTickets: buildZendeskChangedTickets(zendesk),
    openSidebars:
      config.mode === 'shadow'
        ? { tell: () => undefined }
        : buildOpenSidebars({ ...zendesk, event: SIDEBAR_NEWS_EVENT }),
    billing,
    billingDirectory: billing,
    noteTexts: buildNoteTexts(policy.noteLanguage),
    ledger: watchPort(telemetry, 'ledger', buildLedger(pool, buildClock(), telemetry)),
    ledgerViews: buildLedgerViews(pool),
    factsMemory: buildFactsMemory(pool),
    sweepMemory: buildSweepMemory(pool),
    workLists: buildWorkLists(pool),
    reports: buildReports(pool),
    queue: watchPort(telemetry, 'queue', buildWorkQueue(pool, telemetry)),
    proof: buildLedgerProof(pool),
    verificationMemory: buildVerificationMemory(pool),
    policy,
    logger,
    telemetry,
    wait: (ms: number) => setTimeout(ms),
  };
}

/** `support-credits migrate`: brings the database to the newest schema and ends. */
async function migrateOnly(stops: StopList): Promise<void> {
  const config = readDatabaseConfig(process.env);
  const logger = buildLogger(config.logLevel);
  const { applied } = await migrate({ connectionString: await openDatabase(config, logger, stops) });
  logger.info({ applied }, 'database is at the newest schema');
}

/** For the commands of an operator: the log goes to standard error, results alone to standard output. */
async function openStore(stops: StopList): Promise<Store> {
  const pool = await openPool(readDatabaseConfig(process.env), buildLogger('warn', process.stderr), stops);
  const clock = buildClock();
  return {
    ledger: buildLedger(pool, clock),
    proof: buildLedgerProof(pool),
    export: buildLedgerExport(pool),
    clock,
  };
}

/** For a sweep on the host: what it finds is told once, not logged as well. */
async function openSweep(stops: StopList): Promise<SweepCommandDeps> {
  const config = readSweepConfig(process.env);
  const [logger, clock] = [buildLogger('error', process.stderr), buildClock()];
  const pool = await openPool(config, logger, stops);
  const zendesk = { ...toZendeskSettings(config), logger, clock, limits: buildRequestLimits(pool) };
  return {
    changedTickets: buildZendeskChangedTickets(zendesk),
    sweepMemory: buildSweepMemory(pool),
    clock,
    logger,
    wait: (ms) => setTimeout(ms),
    openRestore: async () => {
      const { policy, options } = await openBillingOptions(logger);
      return {
        desk: buildZendeskDesk(zendesk),
        billing: buildBillmanagerSource(options),
        ledger: buildLedger(pool, clock),
        factsMemory: buildFactsMemory(pool),
        queue: buildWorkQueue(pool),
        clock,
        policy,
        logger,
      };
    },
  };
}

/** For the report of shadow mode: Zendesk is only read, and only the shadow's ledger is. */
async function openShadow(stops: StopList): Promise<ShadowDeps> {
  const config = readShadowConfig(process.env);
  if (config.mode !== 'shadow') {
    throw new ConfigError(['MODE wants shadow, as the bridge has it whose decisions are to be reported.']);
  }
  const [logger, clock] = [buildLogger('error', process.stderr), buildClock()];
  const pool = await openPool(config, logger, stops);
  const zendesk = { ...toZendeskSettings(config), logger, clock, limits: buildRequestLimits(pool) };
  const { staffFieldId: id, staffChargedValues: chargedValues, nativePlace } = config;
  return {
    decidedTickets: buildDecidedTickets(pool),
    staffNotes: buildStaffNotes(zendesk),
    staffField: id === undefined ? undefined : { id, chargedValues },
    nativeCounts: nativePlace && buildNativeCounts((await openBillingOptions(logger)).options, nativePlace),
    clock,
  };
}

async function openPool(config: DatabaseConfig, logger: Logger, stops: StopList): Promise<Pool> {
  const pool = buildPool({ connectionString: await openDatabase(config, logger, stops), logger });
  stops.add(() => pool.end());
  if (await isReady(pool)) {
    await claimLedger((mode) => claimMode(pool, mode), config.mode);
    return pool;
  }
  throw new ConfigError([
    'The database does not answer, or is not at the schema of this build: run support-credits migrate.',
  ]);
}

/** For the look at the connection to billing: what it finds is told once, not logged as well. */
async function openBilling(): Promise<CheckBillingDeps> {
  const { policy, options } = await openBillingOptions(buildLogger('error', process.stderr));
  return { inspection: buildBillingInspection(options), billing: buildBillmanagerSource(options), policy };
}

/** Billing by its own settings and the policy alone, for commands. */
async function openBillingOptions(logger: Logger) {
  const config = readBillingConfig(process.env);
  const policy = await loadPolicy(config.policyFile, (path) => readFile(path, 'utf8'));
  return { policy, options: await readBillingOptions(config, policy, logger) };
}

/** For the look at how Zendesk is set up: what it finds is told once, not logged as well. */
async function openZendesk(): Promise<CheckZendeskDeps> {
  const config = readZendeskSetupConfig(process.env);
  const policy = await loadPolicy(config.policyFile, (path) => readFile(path, 'utf8'));
  const [logger, clock] = [buildLogger('error', process.stderr), buildClock()];
  const inspection = buildDeskInspection({ ...toZendeskSettings(config), logger, clock });
  return { inspection, wanted: readWantedSetup(policy.buyUrl), policy, bridgeUrl: config.bridgeUrl };
}

async function openDatabase(config: DatabaseConfig, logger: Logger, stops: StopList): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const embedded = await stops.addStarting(
    startEmbeddedPostgres({ dataDir: join(config.dataDir, EMBEDDED_FOLDERS[config.mode]), logger }),
    (started) => started.stop(),
  );
  return embedded.connectionString;
}

/** Reads the file of certificates before anything starts, so that a wrong one is told at once. */
async function readBillingOptions(
  config: BillingConfig,
  policy: Policy,
  logger: Logger,
): Promise<BillmanagerOptions> {
  const { billmanagerCaFile: caFile, billmanagerFingerprint: fingerprint } = config;
  const trust = await readTrust({ caFile, fingerprint }, (path) => readFile(path, 'utf8'));
  if (trust === undefined) {
    throw new ConfigError([`BILLMANAGER_CA_FILE wants a file of certificates in PEM; ${caFile} is none.`]);
  }
  return { ...toBillingSettings(config, policy), trust, logger, clock: buildClock() };
}

void runCommand({ serve, migrate: migrateOnly, openStore, openBilling, openZendesk, openSweep, openShadow });
