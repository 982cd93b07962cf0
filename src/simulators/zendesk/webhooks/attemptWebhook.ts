import type { AttemptStatus } from '../entities/SimInvocation';
import type { WebhookRequest } from './buildWebhookRequest';
import type { AttemptOutcome } from './decideRetry';

/** An attempt as it is kept: what came back, or why nothing did. */
export type AttemptResult = {
  outcome: AttemptOutcome;
  status: AttemptStatus;
  responseBody: string;
  errorMessage: string;
};

const MAX_KEPT_BODY = 1000;

/** Sends one request and waits at most `timeoutMs` for the whole answer. Never rejects; `stop` ends it at once. */
export async function attemptWebhook(
  request: WebhookRequest,
  timeoutMs: number,
  stop: AbortSignal,
): Promise<AttemptResult> {
  // A timer of our own: on Node 20 a time-out that only AbortSignal.any knows of may be collected before it fires.
  const ending = new AbortController();
  let isTimeout = false;
  const timer = setTimeout(() => {
    isTimeout = true;
    ending.abort(new Error(`No answer within ${String(timeoutMs)} ms.`));
  }, timeoutMs);
  const end = (): void => {
    ending.abort(stop.reason);
  };
  stop.addEventListener('abort', end, { once: true });
  if (stop.aborted) end();
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      signal: ending.signal,
      ...(request.body !== undefined && { body: request.body }),
    });
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return {
      outcome: { kind: 'answer', status: response.status, retryAfter },
      status: toAttemptStatus(response.status),
      responseBody: text.slice(0, MAX_KEPT_BODY),
      errorMessage: '',
    };
  } catch (error) {
    return {
      outcome: { kind: isTimeout ? 'timeout' : 'unreachable' },
      status: isTimeout ? 'timeout' : 'failed',
      responseBody: '',
      errorMessage: error instanceof Error ? error.message : String(error),
    };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  }
}

function toAttemptStatus(status: number): AttemptStatus {
  if (status >= 500) return 'server error';
  if (status >= 400) return 'client error';
  return status >= 200 && status < 300 ? 'success' : 'failed';
}
