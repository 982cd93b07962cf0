/** A job as a replica's log tells of it; `endedAt` is undefined while none of its lines says that it ended. */
export type LoggedJob = {
  task: string;
  ticketId: string | undefined;
  startedAt: number;
  endedAt: number | undefined;
};

type Line = { msg?: string; time?: string; task?: string; ticketId?: string };

/** The jobs of one replica, in the order of their start. A process has at most one job of a kind about a ticket at a time. */
export function readJobs(log: string): LoggedJob[] {
  const jobs: LoggedJob[] = [];
  for (const { msg, time = '', task, ticketId } of log.split('\n').flatMap(parseLine)) {
    if (task === undefined) continue;
    if (msg === 'job started') jobs.push({ task, ticketId, startedAt: Date.parse(time), endedAt: undefined });
    if (msg === 'job ended' || msg === 'job failed') {
      const isIt = (job: LoggedJob) =>
        job.task === task && job.ticketId === ticketId && job.endedAt === undefined;
      const job = jobs.filter(isIt).at(-1);
      if (job !== undefined) job.endedAt = Date.parse(time);
    }
  }
  return jobs;
}

/** A killed process may leave half a line. */
function parseLine(text: string): Line[] {
  try {
    return [JSON.parse(text) as Line];
  } catch {
    return [];
  }
}

/** Pairs of jobs of the same kind about the same thing that were under way at one time. */
export function findOverlaps(jobs: readonly LoggedJob[]): [LoggedJob, LoggedJob][] {
  const overlaps: [LoggedJob, LoggedJob][] = [];
  const latest = new Map<string, LoggedJob>();
  for (const job of [...jobs].sort((one, other) => one.startedAt - other.startedAt)) {
    const key = `${job.task} ${job.ticketId}`;
    const earlier = latest.get(key);
    if (earlier !== undefined && (earlier.endedAt ?? Infinity) > job.startedAt) overlaps.push([earlier, job]);
    if (earlier === undefined || (earlier.endedAt ?? Infinity) < (job.endedAt ?? Infinity))
      latest.set(key, job);
  }
  return overlaps;
}
