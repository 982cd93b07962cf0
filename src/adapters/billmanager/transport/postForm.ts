import { isAxiosError } from 'axios';
import type { AxiosInstance } from 'axios';
import { isTlsFailure } from './isTlsFailure';

/** What became of one call: an answer of any status, or none. */
export type Outcome =
  | { kind: 'answered'; status: number; text: string; retryAfter: string | undefined }
  | { kind: 'failed'; why: 'timed_out' | 'too_long' | 'tls' | 'connection'; cause: Error }
  /** Nothing was sent, because the panel is being left alone (`buildBreaker`). */
  | { kind: 'withheld'; restMs: number };

/**
 * Posts one form and never throws for what the outside does. Everything, credentials too, goes in the body: addresses
 * end up in the logs of web servers. `signal` ends the exchange as a whole, also one that trickles.
 */
export async function postForm(
  http: AxiosInstance,
  params: Record<string, string>,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const { status, data, headers } = await http.post<string>('', new URLSearchParams(params).toString(), {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
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
    // The HTTP client's own error carries the form with the password; only its code may travel on.
    const what = signal.aborted ? 'no whole answer' : (error.code ?? 'unknown failure of the connection');
    return { kind: 'failed', why: toReason(error, signal), cause: new Error(what) };
  }
}

function toReason(error: { code?: string; message: string }, signal: AbortSignal) {
  if (signal.aborted) return 'timed_out';
  if (error.code === 'ERR_BAD_RESPONSE' && error.message.startsWith('maxContentLength')) return 'too_long';
  return isTlsFailure(error.code) ? 'tls' : 'connection';
}
