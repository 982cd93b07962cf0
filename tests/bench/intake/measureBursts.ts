import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Figure } from '../figure';
import { openWebhooks } from './openWebhooks';
import type { Memory } from './intakeChild';
import type { Intake } from './startIntake';

const CONNECTIONS = 500;
const BURSTS = 5;
const LONGEST_MS = 600_000;

type Options = {
  intake: Intake;
  pool: Pool;
  secret: string;
  isQuick: boolean;
  progress(message: string): void;
};

/**
 * Bursts of webhooks, all sent at once and each about another ticket: how fast they are taken, that none of them is refused,
 * how fast the worker has them off (with tasks that do nothing), and what the process has grown to after the last one.
 */
export async function measureBursts(options: Options): Promise<Figure[]> {
  const { intake, pool, secret, isQuick, progress } = options;
  const size = isQuick ? 2_000 : 20_000;
  const memory: Memory[] = [];
  const takenS: number[] = [];
  const workedS: number[] = [];
  await pool.query('delete from graphile_worker._private_jobs');
  for (let burst = 1; burst <= BURSTS; burst += 1) {
    progress(`burst ${burst} of ${BURSTS}, ${size} webhooks`);
    const webhooks = await openWebhooks({ port: intake.port, secret, connections: CONNECTIONS });
    const first = burst * 1_000_000;
    takenS.push(
      await measureSeconds(async () => {
        await Promise.all(Array.from({ length: size }, (_, index) => webhooks.send(String(first + index))));
      }),
    );
    webhooks.close();
    const queued = await countJobs(pool);
    if (queued !== size)
      throw new Error(`${size} webhooks were answered with 200, and ${queued} are queued.`);
    intake.order('work');
    workedS.push(
      await measureSeconds(async () => {
        const endMs = performance.now() + LONGEST_MS;
        while ((await countJobs(pool)) > 0) {
          if (performance.now() > endMs) throw new Error('The queue is not worked off.');
          await pause(50);
        }
      }),
    );
    intake.order('rest');
    memory.push(await intake.readMemory());
  }
  return [
    rate(`burst of ${size} webhooks, taken`, size, takenS),
    rate(`burst of ${size} webhooks, worked off`, size, workedS),
    compareMemory(
      'heap in use',
      memory.map(({ heapMib }) => heapMib),
    ),
    compareMemory(
      'memory of the process',
      memory.map(({ residentMib }) => residentMib),
    ),
  ];
}

/** The last burst beside the second: the first one brings what a warm process has. */
function compareMemory(what: string, afterEach: readonly number[]): Figure {
  const [second = 0, last = 0] = [afterEach[1], afterEach.at(-1)];
  return {
    what: `${what} after ${afterEach.length} bursts`,
    unit: 'MiB',
    measured: last,
    against: { what: 'after the second', measured: second },
    ratio: last / second,
    target: { atMost: 1.1 },
    runs: 1,
  };
}

function rate(what: string, size: number, seconds: readonly number[]): Figure {
  const slowest = Math.max(...seconds);
  return { what: `${what}, the slowest`, unit: '/s', measured: size / slowest, runs: seconds.length };
}

async function measureSeconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

async function countJobs(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    'select count(*) as count from graphile_worker._private_jobs',
  );
  return Number(rows[0]?.count);
}
