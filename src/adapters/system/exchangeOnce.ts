import { isAxiosError } from 'axios';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';

/** What became of one request: an answer of any status, or none. `code` is the system's word for the failure. */
export type Exchanged =
  | {
      kind: 'answered';
      status: number;
      text: string;
      retryAfter: string | undefined;
      /** What is said of limits, by the names of the headers in small letters. */
      rateHeaders?: Record<string, string>;
    }
  | {
      kind: 'failed';
      why: 'timed_out' | 'too_long' | 'connection';
      code: string | undefined;
      cause: Error;
    };

/**
 * Sends one request by a client of `buildHttp` and never throws for what the outside does. `signal` ends the exchange as
 * a whole, also one that trickles. The HTTP client's own error carries headers and bodies, passwords and tokens
 * included, so only its code travels on.
 */
export async function exchangeOnce(
  http: AxiosInstance,
  request: AxiosRequestConfig,
  signal: AbortSignal,
): Promise<Exchanged> {
  try {
    const { status, data, headers } = await http.request<string>({ ...request, signal });
    const retryAfter: unknown = headers['retry-after'];
    return {
      kind: 'answered',
      status,
      text: data,
      retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
      rateHeaders: pickRateHeaders(headers),
    };
  } catch (error) {
    if (!isAxiosError(error)) throw error;
    const { code } = error;
    const isTooLong = code === 'ERR_BAD_RESPONSE' && error.message.startsWith('maxContentLength');
    const why = signal.aborted ? 'timed_out' : isTooLong ? 'too_long' : 'connection';
    return { kind: 'failed', why, code, cause: new Error(code ?? 'unknown failure of the connection') };
  }
}

/** What came of an exchange in one of few words: the class of the status, such as `2xx`, `rate_limited`, or why there was none. */
export function toCallResult(exchanged: Exchanged): string {
  if (exchanged.kind === 'failed') return exchanged.why;
  return exchanged.status === 429 ? 'rate_limited' : `${Math.floor(exchanged.status / 100)}xx`;
}

/** `ratelimit-…`, `x-rate-limit-…`, `zendesk-ratelimit-…` and the like. */
const RATE_HEADER = /rate-?limit/;

function pickRateHeaders(headers: object): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return Object.fromEntries(entries.filter(([name = '']) => RATE_HEADER.test(name)));
}
