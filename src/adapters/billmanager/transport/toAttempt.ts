import { AdapterError } from '../../../use-cases/ports/AdapterError';
import { toRetryAfterMs } from '../../system/toRetryAfterMs';
import { decodeDocument } from '../decodeDocument';
import type { Decoded } from '../decodeDocument';
import { toAdapterError, toPanelError } from '../toAdapterError';
import type { Outcome } from './postForm';

/** What one try brought: a document, or an error and whether the same call may get one a moment later. */
export type Attempt =
  { kind: 'document'; document: Decoded } | { kind: 'failed'; error: AdapterError; canRepeat: boolean };

/**
 * Judges one try. Worth repeating are a disturbed way (connection lost, 429, 5xx), the panel's word that it is busy, and a
 * page or scrap in place of a document: a client of the vendor's API gets those for a call that still runs (billmanager.md
 * 1.4). Not a time-out, which cost enough, nor a certificate that is not believed.
 */
export function toAttempt(func: string, outcome: Outcome, now: Date): Attempt {
  if (outcome.kind === 'withheld')
    return { kind: 'failed', error: toAdapterError(func, outcome), canRepeat: false };
  if (outcome.kind === 'failed') {
    return { kind: 'failed', error: toAdapterError(func, outcome), canRepeat: outcome.why === 'connection' };
  }
  const { status, text } = outcome;
  if (status !== 200) {
    const retryAfterMs = toRetryAfterMs(outcome.retryAfter, now);
    const error = toAdapterError(func, { ...outcome, retryAfterMs });
    return { kind: 'failed', error, canRepeat: status >= 500 || status === 429 };
  }
  try {
    const document = decodeDocument(text, func);
    if (document.kind === 'error') {
      const error = toPanelError(func, document.type, document);
      if (error.code === 'billing_busy') return { kind: 'failed', error, canRepeat: true };
    }
    return { kind: 'document', document };
  } catch (error) {
    if (error instanceof AdapterError) return { kind: 'failed', error, canRepeat: true };
    throw error;
  }
}
