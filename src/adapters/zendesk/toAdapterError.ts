import { AdapterError } from '../../use-cases/ports/AdapterError';
import { toRetryAfterMs } from '../system/toRetryAfterMs';
import type { Outcome, ZendeskRequest } from './sendOnce';

/** Gives an outcome that is no success its code; the message names method and path, never what was said. */
export function toAdapterError(request: ZendeskRequest, outcome: Outcome, now: Date): AdapterError {
  const asked = `${request.method} ${request.path} of Zendesk`;
  if (outcome.kind === 'failed') return toConnectionError(asked, outcome);
  const { status } = outcome;
  const retryAfterMs = toRetryAfterMs(outcome.retryAfter, now);
  if (status === 429) {
    const options = { code: 'zendesk_rate_limited', retry: true, retryAfterMs: retryAfterMs ?? 1_000 };
    return new AdapterError(`${asked} is rate limited`, options);
  }
  if (status === 401 || status === 403) {
    return new AdapterError(`${asked} was refused with ${status}`, {
      code: 'zendesk_unauthorized',
      retry: false,
    });
  }
  if (status >= 500) {
    const options = {
      code: 'zendesk_unavailable',
      retry: true,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
    return new AdapterError(`${asked} answered ${status}`, options);
  }
  if (status >= 400) {
    return new AdapterError(`${asked} was rejected with ${status}`, {
      code: 'zendesk_rejected',
      retry: false,
    });
  }
  const options = { code: 'zendesk_unexpected_answer', retry: false };
  return new AdapterError(`${asked} answered ${status}, which is not followed`, options);
}

function toConnectionError(asked: string, outcome: Outcome & { kind: 'failed' }): AdapterError {
  const { why, cause } = outcome;
  if (why === 'too_long') {
    return new AdapterError(`${asked} answered more than is read`, {
      code: 'zendesk_unexpected_answer',
      retry: false,
      cause,
    });
  }
  const sentence = why === 'timed_out' ? 'did not answer in time' : 'could not be reached';
  return new AdapterError(`${asked} ${sentence}`, { code: 'zendesk_unavailable', retry: true, cause });
}
