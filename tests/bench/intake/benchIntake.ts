import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { migrate } from '../../../src/adapters/postgres/migrate';
import type { Bench } from '../bench';
import { median, quantile } from '../figure';
import type { Figure } from '../figure';
import { measureLatency } from '../measureLatency';
import { measureRate } from '../measureRate';
import { measureBursts } from './measureBursts';
import { createIntakeFloor } from './floorQueue';
import { openWebhooks } from './openWebhooks';
import { startIntake } from './startIntake';

const SECRET = 'bench-secret-of-thirty-two-characters';
const CONNECTIONS = [50, 500];
const OFFERED_PER_SECOND = 200;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** From signed webhook to durable answer, beside the same server that writes one bare row for each request. */
export const benchIntake: Bench = async ({ isQuick, progress }) => {
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-bench-'));
  const { connectionString, stop } = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  const pool = buildPool({ connectionString, logger: silent });
  try {
    await migrate({ connectionString });
    await createIntakeFloor(pool);
    const settings = { connectionString, secret: SECRET };
    const product = await startIntake({ ...settings, kind: 'product' });
    const floor = await startIntake({ ...settings, kind: 'floor' });
    const timing = { runs: isQuick ? 1 : 5, seconds: isQuick ? 1 : 3 };
    const ports = { product: product.port, floor: floor.port };
    const figures: Figure[] = [];
    for (const connections of CONNECTIONS) {
      progress(`webhooks over ${connections} connections`);
      figures.push(await compareRates({ ...timing, ports, connections }));
    }
    progress(`${OFFERED_PER_SECOND} webhooks a second`);
    figures.push(await compareLatency({ ...timing, ports }));
    figures.push(...(await measureBursts({ intake: product, pool, secret: SECRET, isQuick, progress })));
    const { rows } = await pool.query<{ server: string }>(
      `select 'PostgreSQL ' || current_setting('server_version') as server`,
    );
    product.stop();
    floor.stop();
    return { server: rows[0]?.server, figures };
  } finally {
    await pool.end();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

type Comparison = { ports: { product: number; floor: number }; runs: number; seconds: number };

let tickets = 0;
const nextTicket = () => String((tickets += 1));

/** Both sides in turn, each webhook about another ticket. */
async function compareRates(options: Comparison & { connections: number }): Promise<Figure> {
  const { ports, connections, runs, seconds } = options;
  const measure = async (port: number) => {
    const webhooks = await openWebhooks({ port, secret: SECRET, connections });
    const work = async () => {
      await webhooks.send(nextTicket());
      return true;
    };
    const rate = await measureRate({ callers: connections, seconds, work });
    webhooks.close();
    return rate;
  };
  const rates = { product: [] as number[], floor: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    rates.floor.push(await measure(ports.floor));
    rates.product.push(await measure(ports.product));
  }
  const [measured, least] = [median(rates.product), median(rates.floor)];
  return {
    what: `webhooks over ${connections} connections`,
    unit: '/s',
    measured,
    against: { what: 'one bare row each', measured: least },
    ratio: measured / least,
    target: { atLeast: 0.5 },
    runs,
  };
}

async function compareLatency({ ports, runs, seconds }: Comparison): Promise<Figure> {
  const measure = async (port: number) => {
    const webhooks = await openWebhooks({ port, secret: SECRET, connections: 50 });
    const work = () => webhooks.send(nextTicket());
    const waits = await measureLatency({ perSecond: OFFERED_PER_SECOND, seconds, work });
    webhooks.close();
    return quantile(waits, 0.99);
  };
  const p99 = { product: [] as number[], floor: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    p99.floor.push(await measure(ports.floor));
    p99.product.push(await measure(ports.product));
  }
  return {
    what: `webhook to answer at ${OFFERED_PER_SECOND}/s, p99`,
    unit: 'ms',
    measured: median(p99.product),
    against: { what: 'one bare row each', measured: median(p99.floor) },
    target: { atMost: 50 },
    runs,
  };
}
