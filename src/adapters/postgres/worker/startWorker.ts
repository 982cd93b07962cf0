import { parseCrontab, run } from 'graphile-worker';
import type { Runner } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from '../../../use-cases/ports/logger';
import { NO_TELEMETRY } from '../../../use-cases/ports/telemetry';
import type { Telemetry } from '../../../use-cases/ports/telemetry';
import { askRegularly } from './askRegularly';
import { buildJobsInHand } from './buildJobsInHand';
import { guardLooks } from './guardLooks';
import { keepPresence } from './keepPresence';
import type { PresenceKeeper } from './keepPresence';
import { putOff } from './putOff';
import { QUEUE_BUNDLE, queueBundle, TICKET_JOBS } from './queueJobs';
import type { TicketJob } from './queueJobs';
import { releaseOrphanedJobs } from './releaseOrphanedJobs';
import { toGraphileLogger } from './toGraphileLogger';
import { toSubjectId } from './toSubjectId';
import { toTrace } from './toTrace';
import { watchOrphans } from './watchOrphans';
import { within } from './within';
import { withPatientPutAway } from './withPatientPutAway';

/** Names of the jobs that are about nothing in particular; the crontab asks for them. */
export const REGULAR_JOBS = [
  'refresh_facts',
  'settle_waiting_tickets',
  'sweep_tickets',
  'expire_grants',
  'add_up_counts',
  'verify_ledger',
] as const;

/** What the worker does for each kind of job. A task that throws is tried again later. */
export type Tasks = Record<TicketJob, (ticketId: string) => Promise<void>> &
  Record<(typeof REGULAR_JOBS)[number], () => Promise<void>> & {
    bring_requester_in_line: (requesterId: string) => Promise<void>;
    refresh_account: (billingAccountId: string) => Promise<void>;
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
  /** In graphile-worker's format; times in UTC, by the clock of the database. Of its options `fill`, `queue` and `jobKey` count. */
  crontab?: string;
  /** Jobs go on in the trace of the work that asked for them. */
  telemetry?: Pick<Telemetry, 'continueTrace'>;
  /** How often this process looks for jobs whose worker died; every 20 s when not given. */
  orphanPauseMs?: number;
};

const ORPHAN_PAUSE_MS = 20_000;

/**
 * Starts working off the queue with graphile-worker. What a killed worker left half done is taken up at the next start of
 * a worker or within a minute by any that lives, not after the four hours that the queue would wait. For that every
 * process looks with a timer of its own: a crontab line runs once for all replicas, and only while the queue moves.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { pool, logger } = options;
  const { continueTrace } = options.telemetry ?? NO_TELEMETRY;
  // Whoever runs a job logs how it failed; one of which nobody knows what it is about comes to nobody.
  const readSubject = (task: string, ...[payload, name]: Parameters<typeof toSubjectId>): string => {
    try {
      return toSubjectId(payload, name);
    } catch (error) {
      logger.error({ task }, 'job names nothing that it is about');
      throw error;
    }
  };
  const regularItems = parseCrontab(options.crontab ?? '');
  await releaseOrphanedJobs(pool);
  const presence = keepPresence(pool);
  const inHand = buildJobsInHand();
  const guard = guardLooks(presence);
  guard.events.on('job:start', ({ job }) => inHand.take(job.id));
  const runner = await run({
    ...guard,
    pgPool: withPatientPutAway(pool, inHand.putAway),
    concurrency: options.concurrency,
    noHandleSignals: true,
    // The queue announces new jobs by NOTIFY; polling only finds those that were announced while their ticket's previous
    // job was still being put away.
    pollInterval: 1_000,
    logger: toGraphileLogger(logger),
    taskList: {
      ...Object.fromEntries(
        TICKET_JOBS.map((job) => [
          job,
          (payload: unknown) => {
            const [ticketId, trace] = [readSubject(job, payload, 'ticketId'), toTrace(payload)];
            return putOff(pool, { job, ticketId, trace }, () =>
              continueTrace(trace, () => options.tasks[job](ticketId)),
            );
          },
        ]),
      ),
      [QUEUE_BUNDLE]: (payload: unknown) => queueBundle(pool, payload),
      bring_requester_in_line: (payload: unknown) => {
        const name = 'bring_requester_in_line';
        const [requesterId, trace] = [readSubject(name, payload, 'requesterId'), toTrace(payload)];
        const job = { job: name, requesterId, trace } as const;
        return putOff(pool, job, () =>
          continueTrace(trace, () => options.tasks.bring_requester_in_line(requesterId)),
        );
      },
      refresh_account: (payload: unknown) => {
        const name = 'refresh_account';
        const [billingAccountId, trace] = [readSubject(name, payload, 'billingAccountId'), toTrace(payload)];
        const job = { job: name, billingAccountId, trace } as const;
        return putOff(pool, job, () =>
          continueTrace(trace, () => options.tasks.refresh_account(billingAccountId)),
        );
      },
      ...Object.fromEntries(
        REGULAR_JOBS.map((job) => [job, () => continueTrace(undefined, () => options.tasks[job]())]),
      ),
    },
    // Not the queue's own, which goes by the clock of this process; without a list it would look for a file.
    parsedCronItems: [],
  });
  const regular = askRegularly(pool, regularItems);
  const orphans = watchOrphans(pool, {
    logger,
    pauseMs: options.orphanPauseMs ?? ORPHAN_PAUSE_MS,
    readOwnId: presence.readWorkerId,
    listInHand: inHand.list,
  });
  return toRunningWorker({ runner, presence, timers: [orphans, regular], logger });
}

/** What a running worker consists of. */
type Parts = {
  runner: Pick<Runner, 'stop' | 'promise'>;
  presence: PresenceKeeper;
  timers: readonly { stop(): Promise<void> }[];
  logger: Logger;
};

function toRunningWorker({ runner, presence, timers, logger }: Parts): RunningWorker {
  let isRunning = true;
  let stopped: Promise<void> | undefined;
  const stopTimers = () => Promise.all(timers.map((timer) => timer.stop()));
  const ended = runner.promise.finally(() => {
    isRunning = false;
    presence.release();
    return stopTimers();
  });
  ended.catch(() => {
    logger.error({}, 'worker ended unexpectedly');
  });
  const stopOnce = async () => {
    const watching = stopTimers();
    // The queue refuses to be stopped when it is ending already; then there is only its end to wait for.
    await runner.stop().catch(() => undefined);
    await Promise.all([watching, ended]);
  };
  return {
    async stop({ timeoutMs } = {}) {
      isRunning = false;
      stopped ??= stopOnce();
      try {
        await within(stopped, timeoutMs);
      } finally {
        presence.release();
      }
    },
    isRunning: () => isRunning,
  };
}
