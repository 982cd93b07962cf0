import { EventEmitter } from 'node:events';
import { parseCrontab, run } from 'graphile-worker';
import type { WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from '../../../use-cases/ports';
import { holdPresence } from './holdPresence';
import type { Presence } from './holdPresence';
import { TICKET_JOBS } from './queueJobs';
import type { TicketJob } from './queueJobs';
import { releaseOrphanedJobs } from './releaseOrphanedJobs';
import { toGraphileLogger } from './toGraphileLogger';
import { toTicketId } from './toTicketId';

/** What the worker does for each kind of job. A task that throws is tried again later. */
export type Tasks = Record<TicketJob, (ticketId: string) => Promise<void>> & {
  settle_waiting_tickets: () => Promise<void>;
};

/**
 * A running worker. `stop` takes no new jobs and returns when the current ones have ended, or after `timeoutMs` although
 * some have not: these another worker will take up again.
 */
export type RunningWorker = { stop(options?: { timeoutMs?: number }): Promise<void>; isRunning(): boolean };

export type WorkerOptions = {
  pool: Pool;
  logger: Logger;
  /** How many jobs at once. */
  concurrency: number;
  tasks: Tasks;
  /** In graphile-worker's format; times in UTC. */
  crontab?: string;
};

/** Every replica looks every minute for jobs whose worker died. */
const OWN_CRONTAB = '* * * * * release_orphaned_jobs';

/**
 * Starts working off the queue with graphile-worker. What a killed worker left half done is taken up at once, not after
 * the four hours that the queue would wait.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { pool, logger } = options;
  const presence = buildPresence(pool);
  await releaseOrphanedJobs(pool);
  const runner = await run({
    pgPool: pool,
    concurrency: options.concurrency,
    noHandleSignals: true,
    // The queue announces new jobs by NOTIFY; polling only finds those that were announced while their ticket's previous
    // job was still being put away.
    pollInterval: 1_000,
    logger: toGraphileLogger(logger),
    events: presence.events,
    taskList: {
      ...Object.fromEntries(
        TICKET_JOBS.map((job) => [job, (payload: unknown) => options.tasks[job](toTicketId(payload))]),
      ),
      settle_waiting_tickets: () => options.tasks.settle_waiting_tickets(),
      release_orphaned_jobs: async () => {
        await presence.hold();
        const deadWorkers = await releaseOrphanedJobs(pool);
        if (deadWorkers > 0) logger.warn({ deadWorkers }, 'jobs of dead workers released');
      },
    },
    parsedCronItems: parseCrontab(`${OWN_CRONTAB}\n${options.crontab ?? ''}`),
  });
  await presence.hold();
  return toRunningWorker(runner, presence.release, logger);
}

/** Learns the id that the queue gave its worker, and holds that worker's sign of life. */
function buildPresence(pool: Pool) {
  const events: WorkerEvents = new EventEmitter();
  let workerId: string | undefined;
  let presence: Presence | undefined;
  events.on('pool:create', ({ workerPool }) => {
    workerId = workerPool.id;
  });
  return {
    events,
    async hold(): Promise<void> {
      if (workerId !== undefined && !presence?.isHeld()) presence = await holdPresence(pool, workerId);
    },
    release: () => presence?.release(),
  };
}

function toRunningWorker(
  runner: { stop(): Promise<void>; promise: Promise<void> },
  release: () => void,
  logger: Logger,
): RunningWorker {
  let state: 'running' | 'stopping' | 'ended' = 'running';
  const ended = runner.promise.finally(() => {
    state = 'ended';
    release();
  });
  ended.catch(() => {
    logger.error({}, 'worker ended unexpectedly');
  });
  return {
    // The queue refuses to be stopped twice; a second stop only waits for the first.
    stop: async ({ timeoutMs } = {}) => {
      if (state === 'running') {
        state = 'stopping';
        void runner.stop();
      }
      await within(ended, timeoutMs);
      release();
    },
    isRunning: () => state === 'running',
  };
}

/** Waits for `work`, but not longer than `timeoutMs`. */
async function within(work: Promise<void>, timeoutMs: number | undefined): Promise<void> {
  if (timeoutMs === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  try {
    await Promise.race([work, bound]);
  } finally {
    clearTimeout(timer);
  }
}
