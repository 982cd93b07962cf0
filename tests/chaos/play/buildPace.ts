import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Holds the lives back while the bridges are far behind. */
export type Pace = { keep(signal: AbortSignal): Promise<void>; stop(): Promise<void> };

const LOOK_PAUSE_MS = 300;
/** So many jobs may wait before the lives do. */
const MOST_WAITING = 20;
/** A step is never held back for longer: bridges that are down, or billing that is away, must not stop the lives. */
const LONGEST_WAIT_MS = 2_000;
const STEP_MS = 50;

/**
 * Without it a slow machine would play all lives before the bridges had looked at one of them, and a run would prove no more
 * than that the last state of each ticket is decided.
 */
export async function buildPace(databaseUrl: string): Promise<Pace> {
  let waiting = 0;
  let isStopped = false;
  const look = async () => {
    while (!isStopped) {
      waiting = await countWaiting(databaseUrl).catch(() => 0);
      await sleep(LOOK_PAUSE_MS);
    }
  };
  const looking = look();
  return {
    async keep(signal) {
      const deadline = Date.now() + LONGEST_WAIT_MS;
      while (waiting > MOST_WAITING && Date.now() < deadline) await sleep(STEP_MS, undefined, { signal });
    },
    async stop() {
      isStopped = true;
      await looking;
    },
  };
}

/** Over a connection of its own each time: the run cuts those that stand. */
async function countWaiting(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(
      'select count(*) from graphile_worker._private_jobs where run_at <= now()',
    );
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}
