import type { AxiosInstance } from 'axios';
import { NO_TELEMETRY } from '../../use-cases/ports/telemetry';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { exchangeOnce, toCallResult } from '../system/exchangeOnce';
import type { Exchanged } from '../system/exchangeOnce';
import { withDeadline } from '../system/withDeadline';
import { readLimitLeft } from './readLimitLeft';
import { toOperation } from './toOperation';

/** One request. `path` begins with a slash and holds ids only, so that it may stand in logs and messages. */
export type ZendeskRequest = { method: 'GET' | 'POST' | 'PUT'; path: string; body?: unknown };

/** What became of one request: an answer of any status, or none. */
export type Outcome = Exchanged;

/**
 * Sends once and never throws for what the outside does. The time-out is for the whole exchange, because a server that
 * trickles bytes would never meet a time-out of silence. `telemetry` hears of it, and of what is left of the account's limit.
 */
export async function sendOnce(
  http: AxiosInstance,
  request: ZendeskRequest,
  options: { token?: string; timeoutMs: number; telemetry?: Telemetry | undefined },
): Promise<Outcome> {
  const { token, timeoutMs, telemetry = NO_TELEMETRY } = options;
  const config = {
    method: request.method,
    url: request.path,
    data: request.body === undefined ? undefined : JSON.stringify(request.body),
    headers: {
      Accept: 'application/json',
      ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
  };
  const outcome = await telemetry.watch(
    { kind: 'call', system: 'zendesk', operation: toOperation(request) },
    () => withDeadline({ timeoutMs }, (signal) => exchangeOnce(http, config, signal)),
    toCallResult,
  );
  const left = readLimitLeft(outcome);
  if (left !== undefined) telemetry.noteLimit({ system: 'zendesk', ...left });
  return outcome;
}
