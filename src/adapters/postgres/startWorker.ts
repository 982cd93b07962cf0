import { Logger as GraphileLogger, parseCrontab, run } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from '../../use-cases/ports';
import { TICKET_JOBS } from './queueJobs';
import type { TicketJob } from './queueJobs';

/** What the worker does for each kind of job. A task that throws is tried again later. */
export type Tasks = Record<TicketJob, (ticketId: string) => Promise<void>> & {
  settle_waiting_tickets: () => Promise<void>;
};

/** A running worker. `stop` lets current jobs end first. */
export type RunningWorker = { stop(): Promise<void>; isRunning(): boolean };

/** Starts working off the queue with graphile-worker; `crontab` in its own format, times in UTC. */
export async function startWorker(options: {
  pool: Pool;
  logger: Logger;
  concurrency: number;
  tasks: Tasks;
  crontab?: string;
}): Promise<RunningWorker> {
  const runner = await run({
    pgPool: options.pool,
    concurrency: options.concurrency,
    noHandleSignals: true,
    // The queue announces new jobs by NOTIFY; polling only finds those that were announced while their ticket's previous
    // job was still being put away.
    pollInterval: 1_000,
    logger: toGraphileLogger(options.logger),
    taskList: {
      ...Object.fromEntries(
        TICKET_JOBS.map((job) => [job, (payload: unknown) => options.tasks[job](toTicketId(payload))]),
      ),
      settle_waiting_tickets: () => options.tasks.settle_waiting_tickets(),
    },
    parsedCronItems: parseCrontab(options.crontab ?? ''),
  });
  let isRunning = true;
  let isStopping = false;
  const ended = runner.promise.finally(() => {
    isRunning = false;
  });
  ended.catch(() => {
    options.logger.error({}, 'worker ended unexpectedly');
  });
  return {
    // The queue refuses to be stopped twice; a second stop only waits for the first.
    stop: async () => {
      if (isRunning && !isStopping) {
        isStopping = true;
        await runner.stop();
      }
      await ended;
    },
    isRunning: () => isRunning && !isStopping,
  };
}

function toTicketId(payload: unknown): string {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'ticketId' in payload &&
    typeof payload.ticketId === 'string'
  ) {
    return payload.ticketId;
  }
  throw new Error('Defect: a job without a ticket id was queued.');
}

/** The queue's own chatter is dropped; its warnings and errors keep their message but not job payloads. */
function toGraphileLogger(logger: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') logger.warn({ message }, 'queue error');
    if (level === 'warning') logger.warn({ message }, 'queue warning');
  });
}
