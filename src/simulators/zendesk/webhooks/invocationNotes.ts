import type { ReceivedLog } from '../../kit/received';
import type { WebhookCall } from '../Desk';
import type { SimInvocation } from '../entities/SimInvocation';
import type { SimWebhook } from '../entities/SimWebhook';
import { omit } from '../wire/omit';
import type { World } from '../world/World';
import type { AttemptResult } from './attemptWebhook';
import type { WebhookRequest } from './buildWebhookRequest';

/** The invocation of a call that is about to leave. */
export function startInvocation(world: World, webhook: SimWebhook): SimInvocation {
  return world.invocations.put({
    id: world.ids.nextUlid(),
    webhook_id: webhook.id,
    status: 'accepted',
    event_type: 'conditional_ticket_events',
    created_at: new Date().toISOString(),
    latest_completed_at: null,
    attempts: [],
  });
}

/** Writes down one attempt; the last one gives the invocation its status. */
export function noteAttempt(
  world: World,
  invocation: SimInvocation,
  result: AttemptResult,
  startedAt: Date,
  isLast: boolean,
): void {
  const endedAt = new Date();
  invocation.attempts.push({
    id: world.ids.nextUlid(),
    status: result.status,
    response_code: result.outcome.kind === 'answer' ? result.outcome.status : 0,
    response_body: result.responseBody,
    error_message: result.errorMessage,
    created_at: startedAt.toISOString(),
    duration_ms: endedAt.getTime() - startedAt.getTime(),
  });
  invocation.latest_completed_at = endedAt.toISOString();
  if (isLast) invocation.status = result.status;
  world.invocations.put(invocation);
}

/** The attempt as the list of what happened shows it, without credentials. */
export function noteSent(
  log: ReceivedLog,
  request: WebhookRequest,
  result: AttemptResult,
  startedAt: Date,
): void {
  log.add({
    at: startedAt.toISOString(),
    method: request.method,
    path: request.url,
    status: result.outcome.kind === 'answer' ? result.outcome.status : 0,
    detail: {
      webhook: true,
      headers: omit(request.headers, 'authorization'),
      body: request.body,
      outcome: result.status,
    },
  });
}

/** A call that the circuit breaker kept from leaving: nothing is sent later in its place (zendesk.md 7.4). */
export function noteBroken(
  { world, log }: { world: World; log: ReceivedLog },
  invocation: SimInvocation,
  webhook: SimWebhook,
  call: WebhookCall,
): void {
  const at = new Date().toISOString();
  world.invocations.put({ ...invocation, status: 'circuit broken', latest_completed_at: at });
  log.add({
    at,
    method: webhook.http_method,
    path: webhook.endpoint,
    status: 0,
    detail: { webhook: true, outcome: 'circuit broken', body: call.body },
  });
}

/** A call that a fault kept from leaving. */
export function noteDropped(log: ReceivedLog, webhook: SimWebhook, call: WebhookCall): void {
  log.add({
    at: new Date().toISOString(),
    method: webhook.http_method,
    path: webhook.endpoint,
    status: 0,
    detail: { webhook: true, fault: 'dropped', body: call.body },
  });
}
