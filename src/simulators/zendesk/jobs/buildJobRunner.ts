import { randomBytes } from 'node:crypto';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { SimulatorClock } from '../../kit/clock';
import { readWireTime } from '../Desk';
import type { JobResult, SimJob } from '../entities/SimJob';
import { VendorError } from '../errors/VendorError';
import type { World } from '../world/World';
import { runTask } from './runTask';
import type { JobTask } from './runTask';

/** Does work in the background, job after job, and keeps what came of it. */
export type JobRunner = {
  /** Queues a job. Refuses with 429 TooManyJobs while 30 are queued or at work (zendesk.md 8.2). */
  start(jobType: string, tasks: readonly JobTask[]): SimJob;
  /** The job of this id; undefined when there is none or it is more than a day old. */
  find(id: string): SimJob | undefined;
  /** The jobs of the last day, newest first. */
  list(): SimJob[];
  /** Gives up what is queued and at work. */
  stop(): void;
};

const MAX_WAITING = 30;
const KEPT_MS = 86_400_000;
const ID_BYTES = 16;

/** `delayMs` is how long a job stands in the queue before it begins. */
export function buildJobRunner(world: World, clock: SimulatorClock, delayMs: number): JobRunner {
  let stopping = new AbortController();
  let last: Promise<void> = Promise.resolve();
  const isKept = ({ created_at }: SimJob): boolean =>
    clock.now().getTime() - Date.parse(created_at) <= KEPT_MS;

  return {
    start(jobType, tasks) {
      for (const job of world.jobs.filter((one) => isOver(one) && !isKept(one))) world.jobs.remove(job.id);
      if (world.jobs.filter((one) => !isOver(one)).length >= MAX_WAITING) throw buildTooManyJobs();
      const job = world.jobs.put(buildJob(jobType, tasks.length, clock));
      const { signal } = stopping;
      last = last.then(() => runJob({ world, clock, delayMs, signal }, job, tasks));
      return job;
    },
    find(id) {
      const job = world.jobs.get(id);
      return job !== undefined && isKept(job) ? job : undefined;
    },
    list: () => world.jobs.filter(isKept).reverse(),
    stop() {
      stopping.abort();
      stopping = new AbortController();
    },
  };
}

function buildJob(jobType: string, total: number, clock: SimulatorClock): SimJob {
  return {
    id: randomBytes(ID_BYTES).toString('hex'),
    job_type: jobType,
    status: 'queued',
    total,
    progress: null,
    message: null,
    results: null,
    created_at: readWireTime(clock),
  };
}

type Surroundings = { world: World; clock: SimulatorClock; delayMs: number; signal: AbortSignal };

/** One task a turn, so that other requests are answered in between. */
async function runJob(
  { world, clock, delayMs, signal }: Surroundings,
  job: SimJob,
  tasks: readonly JobTask[],
): Promise<void> {
  const put = (changes: Partial<SimJob>): void => {
    world.jobs.put({ ...job, ...changes });
  };
  const results: JobResult[] = [];
  try {
    await sleep(delayMs, undefined, { signal });
    for (const [index, task] of tasks.entries()) {
      put({ status: 'working', progress: index });
      await turn(undefined, { signal });
      results.push(runTask(task, index));
    }
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
  const message = `Completed at ${toMessageTime(clock.now())}`;
  put({ status: 'completed', progress: tasks.length, message, results });
}

/** As in the vendor's example: `2018-03-08 10:07:04 +0000`. */
function toMessageTime(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace('T', ' ')} +0000`;
}

function isOver({ status }: SimJob): boolean {
  return status === 'completed' || status === 'failed';
}

/** Code and bound are the vendor's (zendesk.md 8.2), status and wording from memory. */
function buildTooManyJobs(): VendorError {
  const description = `There are ${String(MAX_WAITING)} jobs queued or running already.`;
  return new VendorError(429, { error: 'TooManyJobs', description }, { 'retry-after': '10' });
}
