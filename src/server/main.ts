import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildBillmanagerSource } from '../adapters/billmanager/buildBillmanagerSource';
import { buildFactsMemory } from '../adapters/postgres/buildFactsMemory';
import { buildLedger } from '../adapters/postgres/buildLedger';
import { buildPool } from '../adapters/postgres/buildPool';
import { buildWorkQueue } from '../adapters/postgres/worker/buildWorkQueue';
import { startEmbeddedPostgres } from '../adapters/postgres/embedded/startEmbeddedPostgres';
import { isReady } from '../adapters/postgres/isReady';
import { migrate } from '../adapters/postgres/migrate';
import { startWorker } from '../adapters/postgres/worker/startWorker';
import { buildClock } from '../adapters/system/buildClock';
import { buildLogger } from '../adapters/system/buildLogger';
import { buildNoteTexts } from '../adapters/texts/buildNoteTexts';
import { buildZendeskDesk } from '../adapters/zendesk/buildZendeskDesk';
import { verifyWebhook } from '../adapters/zendesk/webhookSignature';
import type { Policy } from '../domain/policy/policy';
import { readCreditsView } from '../use-cases/readCreditsView';
import type { Logger } from '../use-cases/ports';
import { runCommand } from './cli/runCommand';
import { readConfig } from './config';
import type { Config } from './config';
import { buildServer } from './http/buildServer';
import { loadPolicy } from './policy/loadPolicy';
import type { StopList } from './stopList';
import { buildTasks } from './workers/buildTasks';

/** Held and pending tickets are looked at every minute, so that what was bought settles within it (R9, R12, R13). */
const CRONTAB = '* * * * * settle_waiting_tickets';

/** The only place that constructs adapters. */
async function serve(stops: StopList): Promise<void> {
  const config = readConfig(process.env);
  const policy = await loadPolicy(config.policyFile, (path) => readFile(path, 'utf8'));
  const logger = buildLogger(config.logLevel);
  const connectionString = await openDatabase(config, logger, stops);
  await migrate({ connectionString });
  const pool = buildPool({ connectionString, logger });
  stops.add(() => pool.end());

  const deps = {
    ...buildOutside(config, policy, logger),
    ledger: buildLedger(pool, buildClock()),
    factsMemory: buildFactsMemory(pool),
    queue: buildWorkQueue(pool),
    policy,
    logger,
  };
  const worker = await startWorker({
    pool,
    logger,
    concurrency: config.workerConcurrency,
    tasks: buildTasks(deps),
    crontab: CRONTAB,
  });
  stops.add(() => worker.stop());

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
    readCreditsView: (ticketId) => readCreditsView(deps, ticketId),
    readReadiness: async () => ({ database: await isReady(pool), worker: worker.isRunning() }),
  });
  await server.listen({ host: config.host, port: config.port });
  stops.add(() => server.close());
  logger.info({ host: config.host, port: config.port }, 'bridge started');
}

/** `support-credits migrate`: brings the database to the newest schema and ends. */
async function migrateOnly(stops: StopList): Promise<void> {
  const config = readConfig(process.env);
  const logger = buildLogger(config.logLevel);
  const { applied } = await migrate({ connectionString: await openDatabase(config, logger, stops) });
  logger.info({ applied }, 'database is at the newest schema');
}

async function openDatabase(config: Config, logger: Logger, stops: StopList): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const embedded = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), logger });
  stops.add(() => embedded.stop());
  return embedded.connectionString;
}

function buildOutside(config: Config, policy: Policy, logger: Logger) {
  const clock = buildClock();
  return {
    clock,
    desk: buildZendeskDesk({
      baseUrl: config.zendeskUrl,
      clientId: config.zendeskClientId,
      clientSecret: config.zendeskClientSecret,
      timeoutMs: config.zendeskTimeoutMs,
      logger,
      clock,
    }),
    billing: buildBillmanagerSource({
      baseUrl: config.billmanagerUrl,
      authinfo: config.billmanagerAuthinfo,
      timeoutMs: config.billmanagerTimeoutMs,
      logger,
      clock,
    }),
    noteTexts: buildNoteTexts(policy.noteLanguage),
  };
}

void runCommand({ serve, migrate: migrateOnly });
