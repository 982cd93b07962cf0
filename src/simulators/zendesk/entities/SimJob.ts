export type JobStatus = 'queued' | 'working' | 'failed' | 'completed';

/** What came of one task of a job; which of the three it is shows in its keys (zendesk-openapi.json, JobStatusResultObject). */
export type JobResult =
  | { id: number; index: number }
  | { id: number; action: string; success: true; status: string }
  | { id?: number; index?: number; action: string; success: false; error: string; details: string };

/** Work that the account does in the background (zendesk.md 8.2). */
export type SimJob = {
  /** 32 hexadecimal digits. */
  id: string;
  job_type: string;
  status: JobStatus;
  total: number;
  progress: number | null;
  message: string | null;
  results: JobResult[] | null;
  created_at: string;
};
