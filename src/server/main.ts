import { readFile } from 'node:fs/promises';
import packageFile from '../../package.json';
import { verifyPush } from '../adapters/billing-push/verifyPush';
import { buildFigures } from '../adapters/postgres/figures/buildFigures';
import { isReady } from '../adapters/postgres/isReady';
import { migrate } from '../adapters/postgres/migrate';
import { startWorker } from '../adapters/postgres/worker/startWorker';
import { buildClock } from '../adapters/system/buildClock';
import { buildLogger } from '../adapters/system/buildLogger';
import { openTelemetry } from '../adapters/telemetry/openTelemetry';
import { withTraceIds } from '../adapters/telemetry/withTraceIds';
import { buildClientTokens } from '../adapters/zendesk/help-center/buildClientTokens';
import { verifyWebhook } from '../adapters/zendesk/webhookSignature';
import { noteAccountChange } from '../use-cases/billing/noteAccountChange';
import { openAdapters } from './assembly/openAdapters';
import { buildOpeners } from './assembly/buildOpeners';
import { openDatabase, openMigrated } from './assembly/openDatabase';
import { readBillingOptions } from './assembly/readBillingOptions';
import { buildAdminDeps } from './buildAdminDeps';
import { buildClientDeps } from './buildClientDeps';
import { buildProofs, tellOldSecrets } from './buildProofs';
import { buildSidebarDeps } from './buildSidebarDeps';
import { runCommand } from './cli/runCommand';
import { readConfig, readDatabaseConfig } from './config';
import { buildServer } from './http/buildServer';
import { closeServer } from './http/closeServer';
import { listenForMetrics } from './listenForMetrics';
import { loadPolicy } from './policy/loadPolicy';
import type { StopList } from './stopList';
import { INTAKE_STOP_MS, JOBS_STOP_MS, TELEMETRY_STOP_MS, WORKER_STOP_MS } from './stopTimes';
import { buildTasks } from './workers/buildTasks';
import { toShadowTasks } from './workers/toShadowTasks';
import { CRONTAB } from './workers/crontab';

/** `support-credits serve`: opens everything, in the order in which it is needed, and stops it in the opposite one. */
async function serve(stops: StopList): Promise<void> {
  const config = readConfig(process.env);
  const readText = (path: string) => readFile(path, 'utf8');
  const policy = await loadPolicy(config.policyFile, readText);
  const policyReadAt = buildClock().now().toISOString();
  const opened = await openTelemetry({ ...config, logger: buildLogger(config.logLevel) });
  stops.add(() => opened.stop(), TELEMETRY_STOP_MS);
  const { telemetry } = opened;
  const logger = withTraceIds(buildLogger(config.logLevel), telemetry);
  tellOldSecrets(config, logger);
  const billingOptions = await readBillingOptions(config, policy, logger);
  const pool = await openMigrated(config, logger, stops);

  const { deps, checked, keeper } = openAdapters({ config, policy, logger, telemetry, pool, billingOptions });
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

  const admin = {
    ...deps,
    policyReadAt,
    readPolicyText: readText,
    version: packageFile.version,
    mode: config.mode,
  };
  const server = buildServer({
    ...deps,
    ...buildProofs(config, deps.clock, { verifyWebhook, verifyPush }),
    noteAccountChange: (billingAccountId) => noteAccountChange(deps, billingAccountId),
    noteWebhook: keeper.noteWebhook,
    ...buildSidebarDeps(deps),
    ...buildAdminDeps(admin, checked, config),
    ...buildClientDeps(deps, config, (tokens) => buildClientTokens({ ...tokens, clock: deps.clock })),
    trustedProxies: config.trustedProxies,
    readReadiness: async () => ({ database: await isReady(pool), worker: worker.isRunning() }),
  });
  stops.add(() => closeServer(server, INTAKE_STOP_MS));
  await listenForMetrics(config, opened.buildPage(buildFigures(pool), deps.clock), { stops, logger });
  await server.listen({ host: config.host, port: config.port });
  logger.info({ host: config.host, port: config.port, mode: config.mode }, 'bridge started');
}

/** `support-credits migrate`: brings the database to the newest schema and ends. */
async function migrateOnly(stops: StopList): Promise<void> {
  const config = readDatabaseConfig(process.env);
  const logger = buildLogger(config.logLevel);
  const { applied } = await migrate({ connectionString: await openDatabase(config, logger, stops) });
  logger.info({ applied }, 'database is at the newest schema');
}

void runCommand({ serve, migrate: migrateOnly, ...buildOpeners(process.env) });
