/** What one attempt came to: an answer, silence until the time-out, or no connection. */
export type AttemptOutcome =
  | { kind: 'answer'; status: number; retryAfter: string | null }
  | { kind: 'timeout' }
  | { kind: 'unreachable' };

export type RetryDelays = {
  /** Before a repeat after 409 or a time-out. */
  retryDelayMs: number;
  /** What one second of a `Retry-After` lasts; a test may shorten it. */
  retryAfterUnitMs: number;
};

const MAX_CONFLICT_RETRIES = 3;
const MAX_TIMEOUT_RETRIES = 5;
/** zendesk.md 7.4 gives no number for 429 and 503; taken as for 409. */
const MAX_BUSY_RETRIES = 3;
const RETRY_AFTER_BOUND_S = 60;

/** How long to wait before the next attempt, or undefined when the invocation is over (zendesk.md 7.4). */
export function decideRetry(
  outcome: AttemptOutcome,
  earlierRetries: number,
  delays: RetryDelays,
): number | undefined {
  if (outcome.kind === 'unreachable') return undefined;
  if (outcome.kind === 'timeout') {
    return earlierRetries < MAX_TIMEOUT_RETRIES ? delays.retryDelayMs : undefined;
  }
  if (outcome.status === 409) {
    return earlierRetries < MAX_CONFLICT_RETRIES ? delays.retryDelayMs : undefined;
  }
  if (outcome.status === 429 || outcome.status === 503) {
    const seconds = /^\d+$/.test(outcome.retryAfter ?? '') ? Number(outcome.retryAfter) : RETRY_AFTER_BOUND_S;
    const isSoon = seconds < RETRY_AFTER_BOUND_S && earlierRetries < MAX_BUSY_RETRIES;
    return isSoon ? seconds * delays.retryAfterUnitMs : undefined;
  }
  return undefined;
}
