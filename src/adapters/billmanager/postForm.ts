import { isAxiosError } from 'axios';
import type { AxiosInstance } from 'axios';

/** What became of one call: an answer of any status, or none. */
export type Outcome =
  | { kind: 'answered'; status: number; text: string }
  | { kind: 'failed'; why: 'timed_out' | 'too_long' | 'connection'; cause: Error };

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
    const { status, data } = await http.post<string>('', new URLSearchParams(params).toString(), {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      signal,
    });
    return { kind: 'answered', status, text: data };
  } catch (error) {
    if (!isAxiosError(error)) throw error;
    const isTooLong = error.code === 'ERR_BAD_RESPONSE' && error.message.startsWith('maxContentLength');
    const why = signal.aborted ? 'timed_out' : isTooLong ? 'too_long' : 'connection';
    // The HTTP client's own error carries the form with the password; only its code may travel on.
    const what = signal.aborted ? 'no whole answer' : (error.code ?? 'unknown failure of the connection');
    return { kind: 'failed', why, cause: new Error(what) };
  }
}
