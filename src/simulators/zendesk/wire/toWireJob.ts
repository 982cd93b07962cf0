import type { SimJob } from '../entities/SimJob';
import { omit } from './omit';

/** The job as the API shows it, with where to ask how far it is. */
export function toWireJob(job: SimJob, baseUrl: string): Record<string, unknown> {
  return { ...omit(job, 'created_at'), url: `${baseUrl}/api/v2/job_statuses/${job.id}.json` };
}
