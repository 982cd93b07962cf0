/** Signs of life, as all replicas left them. Times are ISO 8601; undefined: never. */
export type BridgeSigns = {
  webhookAt: string | undefined;
  sweepEndedAt: string | undefined;
  /** What changed in the helpdesk before this was seen. */
  sweepReachedAt: string | undefined;
  billingAnsweredAt: string | undefined;
  billingFailure: { at: string; code: string } | undefined;
};

/** How the jobs of the queue stand: due and not begun, failed and tried again, failed for good. */
export type JobCounts = { waiting: number; oldestAt: string | undefined; failing: number; givenUp: number };

/** Keeps signs of life for all replicas; the newest stands, in whatever order they come. Methods fail with `AdapterError`. */
export interface SignMemory {
  noteWebhook(at: string): Promise<void>;
  noteBillingAnswer(at: string): Promise<void>;
  noteBillingFailure(at: string, code: string): Promise<void>;
  readSigns(): Promise<BridgeSigns>;
  countJobs(now: string): Promise<JobCounts>;
}
