import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { PanelFault } from './document/readFault';
import { findRefusal } from './login/refusals';
import { PIN_MISMATCH } from './transport/isTlsFailure';
import type { Outcome } from './transport/postForm';

/** Gives a call that brought no document its code; the message names the function, never what was sent or said. */
export function toAdapterError(
  func: string,
  outcome: Outcome & { retryAfterMs?: number | undefined },
): AdapterError {
  if (outcome.kind === 'answered') return toStatusError(func, outcome.status, outcome.retryAfterMs);
  if (outcome.kind === 'withheld') {
    const options = { code: 'billing_circuit_open', retry: true, retryAfterMs: outcome.restMs };
    return new AdapterError(
      `BILLmanager failed too often and is left alone, func=${func} was not sent`,
      options,
    );
  }
  const { why, cause } = outcome;
  switch (why) {
    case 'tls':
      return toTlsError(func, cause);
    case 'too_long':
      return new AdapterError(`BILLmanager answered func=${func} with more than is read`, {
        code: 'billing_unexpected_answer',
        retry: false,
        cause,
      });
    case 'timed_out':
      return new AdapterError(`BILLmanager did not answer in time for func=${func} (${cause.message})`, {
        code: 'billing_timeout',
        retry: true,
        cause,
      });
    case 'connection':
      return new AdapterError(`BILLmanager could not be reached for func=${func} (${cause.message})`, {
        code: 'billing_unreachable',
        retry: true,
        cause,
      });
  }
}

/** None of this heals by itself: a person has to decide whom to believe. */
function toTlsError(func: string, cause: Error): AdapterError {
  const message = `BILLmanager was not asked for func=${func}, it ${describeTlsFailure(cause.message)}`;
  return new AdapterError(message, { code: 'billing_tls', retry: false, cause });
}

function describeTlsFailure(code: string): string {
  if (code === PIN_MISMATCH) {
    return 'showed another certificate than BILLMANAGER_FINGERPRINT names: when it was renewed, set the new fingerprint as it is read on the server itself';
  }
  if (/^(EPROTO|ERR_SSL_)/.test(code)) {
    return `does not speak TLS as it should (${code}): check the address and the port in BILLMANAGER_URL`;
  }
  return `showed a certificate that is not believed (${code}): set BILLMANAGER_CA_FILE to its authority, or BILLMANAGER_FINGERPRINT to its own SHA-256 fingerprint as it is read on the server itself`;
}

/** The panel itself always answers 200 (billmanager.md 1.4): another status comes from what stands before it. */
function toStatusError(func: string, status: number, retryAfterMs: number | undefined): AdapterError {
  const sentence = `BILLmanager answered func=${func} with status ${status}`;
  if (status >= 500 || status === 429) {
    const options = retryAfterMs === undefined ? {} : { retryAfterMs };
    return new AdapterError(sentence, { code: 'billing_unreachable', retry: true, ...options });
  }
  if (status === 401 || status === 403) {
    return new AdapterError(sentence, { code: 'billing_unauthorized', retry: false });
  }
  return new AdapterError(sentence, { code: 'billing_unexpected_answer', retry: true });
}

/** The panel says that the object asked for does not exist. */
export const BILLING_MISSED = 'billing_missed';

/** The panel answered with an error that has no code of its own. */
export const BILLING_ERROR = 'billing_error';

/** Objects and values that are wrong stay wrong; other errors of the panel may pass. */
const LASTING_TYPES = ['missed', 'value', 'exists'];

/**
 * Gives an error of the panel its code and, where an operator can do something, the sentence that says what. Only type
 * and object stand in it: the panel's own words may repeat what was sent.
 */
export function toPanelError(func: string, type: string, told: Partial<PanelFault> = {}): AdapterError {
  const fault = { object: undefined, message: '', ...told, type };
  const refusal = findRefusal(fault);
  const about = [fault.type, fault.object].flatMap((word) => (word === undefined ? [] : toPlainWord(word)));
  const sentence = `BILLmanager refused func=${func} (${about.join(', ')})`;
  if (refusal === undefined) {
    const code = type === 'missed' ? BILLING_MISSED : BILLING_ERROR;
    return new AdapterError(sentence, { code, retry: !LASTING_TYPES.includes(type) });
  }
  const { code, retry, advice } = refusal;
  return new AdapterError(`${sentence}: ${advice}`, { code, retry });
}

/** Types and objects are words; anything else could be somebody's data. */
function toPlainWord(word: string): string {
  return /^[\w.]{1,64}$/.test(word) ? word : 'not shown';
}
