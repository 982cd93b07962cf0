import { createWriteStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { startWorker } from '../../../src/adapters/postgres/worker/startWorker';
import { buildLogger } from '../../../src/adapters/system/buildLogger';
import { verifyWebhook } from '../../../src/adapters/zendesk/webhookSignature';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { openAdapters } from '../../../src/server/assembly/openAdapters';
import { readBillingOptions } from '../../../src/server/assembly/readBillingOptions';
import { readConfig } from '../../../src/server/config';
import { buildTasks } from '../../../src/server/workers/buildTasks';
import { NO_TELEMETRY } from '../../../src/use-cases/ports/telemetry';
import { openServer } from '../../server/http/openServer';
import { startShareMeter } from './shareMeter';

/** What the bench may ask of the process. */
export type BridgeOrder = 'cpu' | 'work' | 'rest' | 'shares';

/**
 * The bridge in a process of its own, configured by the variables of production: routes, worker, tasks and adapters as there,
 * without the jobs of the minute. Says its port; answers the processor time it has used (ms), where its time went (only when it
 * does one job at a time), and works or rests when told to.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  // The log is written as in production, to where it costs no disk.
  const logger = buildLogger('info', createWriteStream('/dev/null'));
  const pool = buildPool({ connectionString: config.databaseUrl ?? '', logger });
  // Watching every statement costs time itself, so it is done only where its answer means something.
  const meter = config.workerConcurrency === 1 ? startShareMeter(pool) : undefined;
  const policy = DEFAULT_POLICY;
  const billingOptions = await readBillingOptions(config, policy, logger);
  const { deps } = openAdapters({ config, policy, logger, telemetry: NO_TELEMETRY, pool, billingOptions });
  const { app } = openServer({
    logger,
    queue: deps.queue,
    verifySignature: (signed) =>
      verifyWebhook({ ...signed, secrets: config.zendeskWebhookSecrets, now: new Date() }),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const concurrency = config.workerConcurrency;
  const work = () => startWorker({ pool, logger, concurrency, tasks: buildTasks(deps) });
  let worker: ReturnType<typeof work> | undefined;
  const answers: Record<BridgeOrder, () => unknown> = {
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    },
    work: async () => {
      worker = work();
      await worker;
      return 'working';
    },
    rest: async () => {
      await (await worker)?.stop();
      return 'resting';
    },
    shares: () => meter?.read(),
  };
  const answer = async (order: BridgeOrder) => process.send?.(await answers[order]());
  process.on('message', (order: BridgeOrder) => void answer(order));
  process.on('disconnect', () => process.exit(0));
  process.send?.((app.server.address() as AddressInfo).port);
}

void main();
