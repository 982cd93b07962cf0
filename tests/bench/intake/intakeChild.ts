import { createWriteStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { buildWorkQueue } from '../../../src/adapters/postgres/worker/buildWorkQueue';
import { startWorker } from '../../../src/adapters/postgres/worker/startWorker';
import type { RunningWorker } from '../../../src/adapters/postgres/worker/startWorker';
import { buildLogger } from '../../../src/adapters/system/buildLogger';
import { verifyWebhook } from '../../../src/adapters/zendesk/webhookSignature';
import { IDLE_TASKS } from '../../adapters/postgres/worker/idleTasks';
import { openServer } from '../../server/http/openServer';
import { buildFloorQueue } from './floorQueue';

/** What the bench may ask of the process. */
export type IntakeOrder = 'memory' | 'work' | 'rest';

/** What the process holds. */
export type Memory = { heapMib: number; residentMib: number };

/** As in production (`WORKER_CONCURRENCY`). */
const CONCURRENCY = 10;

/**
 * The bridge's routes in a process of their own, on the database at DATABASE_URL: with the queue of production, or, with
 * INTAKE=floor, with one bare row for each request. Says its port; answers its memory, and works the queue off when told to.
 */
async function main(): Promise<void> {
  const { DATABASE_URL: connectionString, WEBHOOK_SECRET: secret, INTAKE: kind } = process.env;
  if (connectionString === undefined || secret === undefined) throw new Error('Started by the bench only.');
  // The log is written as in production, to where it costs no disk.
  const logger = buildLogger('info', createWriteStream('/dev/null'));
  const pool = buildPool({ connectionString, logger });
  const { app } = openServer({
    logger,
    queue: kind === 'floor' ? buildFloorQueue(pool) : buildWorkQueue(pool),
    verifySignature: (delivery) => verifyWebhook({ ...delivery, secrets: [secret], now: new Date() }),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  let worker: RunningWorker | undefined;
  process.on('message', (order: IntakeOrder) => {
    if (order === 'memory') process.send?.(readMemory());
    if (order === 'work')
      void startWorker({ pool, logger, concurrency: CONCURRENCY, tasks: IDLE_TASKS }).then((started) => {
        worker = started;
      });
    if (order === 'rest') void worker?.stop();
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port: (app.server.address() as AddressInfo).port });
}

/** In MiB: what is in use once all garbage is collected, and what the system has given. */
function readMemory(): Memory {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMib: heapUsed / 2 ** 20, residentMib: rss / 2 ** 20 };
}

void main();
