import type { AxiosInstance } from 'axios';
import { exchangeOnce } from '../system/exchangeOnce';
import type { Exchanged } from '../system/exchangeOnce';
import { withDeadline } from '../system/withDeadline';

/** One request. `path` begins with a slash and holds ids only, so that it may stand in logs and messages. */
export type ZendeskRequest = { method: 'GET' | 'POST' | 'PUT'; path: string; body?: unknown };

/** What became of one request: an answer of any status, or none. */
export type Outcome = Exchanged;

/**
 * Sends once and never throws for what the outside does. The time-out is for the whole exchange, because a server that
 * trickles bytes would never meet a time-out of silence.
 */
export function sendOnce(
  http: AxiosInstance,
  request: ZendeskRequest,
  { token, timeoutMs }: { token?: string; timeoutMs: number },
): Promise<Outcome> {
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
  return withDeadline({ timeoutMs }, (signal) => exchangeOnce(http, config, signal));
}
