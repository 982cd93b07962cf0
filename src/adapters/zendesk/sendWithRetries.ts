import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../use-cases/ports/clock';
import type { Logger } from '../../use-cases/ports/logger';
import type { Outcome, ZendeskRequest } from './sendOnce';
import { toRetryAfterMs } from '../system/toRetryAfterMs';

/** After what a request may be sent again: a write only when Zendesk said that it has not looked at it. */
export type Repeatable = 'after_failure' | 'after_rate_limit';

const MAX_RETRIES = 2;

/** Longer waits belong to the queue, not to a request that somebody is waiting for. */
const LONGEST_WAIT_MS = 10_000;

const FIRST_BACKOFF_MS = 200;

const PASSING_STATUSES = [502, 503, 504];

/** Sends, and sends again at most twice when that is allowed and may help; answers the last outcome. */
export async function sendWithRetries(
  request: ZendeskRequest,
  repeatable: Repeatable,
  send: () => Promise<Outcome>,
  { clock, logger }: { clock: Clock; logger: Logger },
): Promise<Outcome> {
  let outcome = await send();
  for (let retry = 0; retry < MAX_RETRIES; retry += 1) {
    const waitMs = decideWaitMs(outcome, repeatable, retry, clock.now());
    if (waitMs === undefined) return outcome;
    const status = outcome.kind === 'answered' ? outcome.status : outcome.why;
    logger.warn({ method: request.method, path: request.path, status, waitMs }, 'zendesk is asked again');
    await wait(waitMs);
    outcome = await send();
  }
  return outcome;
}

/** How long to wait before asking again; undefined: do not. A time-out is not repeated, it has cost enough already. */
function decideWaitMs(
  outcome: Outcome,
  repeatable: Repeatable,
  retry: number,
  now: Date,
): number | undefined {
  const backoffMs = FIRST_BACKOFF_MS * 2 ** retry;
  if (outcome.kind === 'failed') {
    return outcome.why === 'connection' && repeatable === 'after_failure' ? backoffMs : undefined;
  }
  const isLimited = outcome.status === 429;
  const isPassing = PASSING_STATUSES.includes(outcome.status) && repeatable === 'after_failure';
  if (!isLimited && !isPassing) return undefined;
  const askedMs = toRetryAfterMs(outcome.retryAfter, now) ?? (isLimited ? 1_000 : backoffMs);
  return askedMs > LONGEST_WAIT_MS ? undefined : askedMs;
}
