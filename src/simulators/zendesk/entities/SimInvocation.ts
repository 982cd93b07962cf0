/** What came of one attempt to deliver (zendesk.md 7.1). */
export type AttemptStatus = 'success' | 'failed' | 'timeout' | 'client error' | 'server error';

export type SimAttempt = {
  id: string;
  status: AttemptStatus;
  /** 0 when no answer came. */
  response_code: number;
  response_body: string;
  error_message: string;
  created_at: string;
  duration_ms: number;
};

/**
 * One call of a webhook with its attempts, oldest first; `accepted` until the last attempt is over, `circuit broken`
 * when it never left.
 */
export type SimInvocation = {
  id: string;
  webhook_id: string;
  status: 'accepted' | 'circuit broken' | AttemptStatus;
  event_type: string;
  created_at: string;
  latest_completed_at: string | null;
  attempts: SimAttempt[];
};
