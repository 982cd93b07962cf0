import type { RestClient } from '../restClient';

/** The answer of a call that leaves its work to a job, and of asking for the job. */
export type JobAnswer = { job_status: { id: string; status: string; results: JobResult[] | null } };
type JobResult = { success?: boolean; error?: string; details?: string };

const ASK_EVERY_MS = 200;
const MAX_ASKS = 100;

/** Comes back when the job is over; rejects with the words of the first task that failed, or when it takes too long. */
export async function watchJob(started: JobAnswer, rest: RestClient): Promise<void> {
  let { job_status: job } = started;
  for (let asked = 0; job.status === 'queued' || job.status === 'working'; asked += 1) {
    if (asked === MAX_ASKS) throw new Error('The job takes long; look at the ticket again later.');
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    ({ job_status: job } = await rest.read<JobAnswer>(`/api/v2/job_statuses/${job.id}.json`));
  }
  const failed = job.results?.find(({ success }) => success === false);
  if (failed !== undefined) throw new Error(`${failed.error ?? 'Refused'}: ${failed.details ?? ''}`);
  if (job.status === 'failed') throw new Error('The job has failed.');
}
