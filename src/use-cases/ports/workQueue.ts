/** Work that must happen, durably; the same asked for twice is done once. Fails with `AdapterError` `queue_unavailable`. */
export interface WorkQueue {
  queueReconcile(ticketId: string): Promise<void>;
  /** Looks at tickets that no event asked for, after those that one did. */
  queueLooks(ticketIds: readonly string[]): Promise<void>;
  /** Looks at the incidents of a problem ticket, see `lookAtIncidents`. */
  queueIncidents(problemTicketId: string): Promise<void>;
  /** Makes these tickets say what was decided, each by itself, not before `waitMs` from now. */
  queueInLine(ticketIds: readonly string[], waitMs?: number): Promise<void>;
  /** Shows the requester what the client has, not before `waitMs` from now. */
  queueRequesterInLine(requesterId: string, waitMs: number): Promise<void>;
  /** A reading of the account, see `refreshAccount`. */
  queueRefresh(billingAccountId: string): Promise<void>;
  /** Brings the people at whom the account is shown in line, at most 1,000; those left out are found by their next look. */
  queueShown(billingAccountId: string): Promise<void>;
  /**
   * The account may have changed: looks at its tickets that wait, after those that events asked for, and brings the
   * people at whom it is shown in line. At most 1,000 of each; those left out are found by their next look.
   */
  queueAccountWork(billingAccountId: string): Promise<void>;
}
