import { isAxiosError } from 'axios';
import type { AxiosInstance } from 'axios';

/** One request. `path` begins with a slash and holds ids only, so that it may stand in logs and messages. */
export type ZendeskRequest = { method: 'GET' | 'POST' | 'PUT'; path: string; body?: unknown };

/** What became of one request: an answer of any status, or none. */
export type Outcome =
  | { kind: 'answered'; status: number; text: string; retryAfter: string | undefined }
  | { kind: 'failed'; why: 'timed_out' | 'too_long' | 'connection'; cause: Error };

/**
 * Sends once and never throws for what the outside does. The time-out is for the whole exchange, because a server that
 * trickles bytes would never meet a time-out of silence.
 */
export async function sendOnce(
  http: AxiosInstance,
  request: ZendeskRequest,
  options: { token?: string; timeoutMs: number },
): Promise<Outcome> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const { status, data, headers } = await http.request<string>({
      method: request.method,
      url: request.path,
      data: request.body === undefined ? undefined : JSON.stringify(request.body),
      headers: {
        Accept: 'application/json',
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
      },
      signal,
    });
    const retryAfter: unknown = headers['retry-after'];
    return {
      kind: 'answered',
      status,
      text: data,
      retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
    };
  } catch (error) {
    if (!isAxiosError(error)) throw error;
    const isTooLong = error.code === 'ERR_BAD_RESPONSE' && error.message.startsWith('maxContentLength');
    const why = signal.aborted ? 'timed_out' : isTooLong ? 'too_long' : 'connection';
    return { kind: 'failed', why, cause: toBareCause(error.code) };
  }
}

/** The HTTP client's own error carries headers and bodies, tokens included; only its code may travel on. */
function toBareCause(code: string | undefined): Error {
  return new Error(code ?? 'unknown failure of the connection');
}
