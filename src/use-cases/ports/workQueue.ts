/** Work that must happen, durably; the same ticket asked for twice is looked at once. */
export interface WorkQueue {
  /** Fails with `AdapterError` `queue_unavailable` when the job could not be made durable. */
  queueReconcile(ticketId: string): Promise<void>;
}
