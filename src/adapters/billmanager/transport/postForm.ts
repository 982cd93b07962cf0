import type { AxiosInstance } from 'axios';
import { exchangeOnce } from '../../system/exchangeOnce';
import type { Exchanged } from '../../system/exchangeOnce';
import { isTlsFailure } from './isTlsFailure';

/** What became of one call: an answer of any status, or none. */
export type Outcome =
  | Extract<Exchanged, { kind: 'answered' }>
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
  const request = {
    method: 'POST',
    url: '',
    data: new URLSearchParams(params).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
  };
  const exchanged = await exchangeOnce(http, request, signal);
  if (exchanged.kind === 'answered') return exchanged;
  const { why, code, cause } = exchanged;
  if (why === 'timed_out') return { kind: 'failed', why, cause: new Error('no whole answer') };
  return { kind: 'failed', why: why === 'connection' && isTlsFailure(code) ? 'tls' : why, cause };
}
