import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Outcome } from './postForm';

/** Gives a call that brought no document its code; the message names the function, never what was sent or said. */
export function toAdapterError(func: string, outcome: Outcome): AdapterError {
  if (outcome.kind === 'answered') return toStatusError(func, outcome.status);
  const { why, cause } = outcome;
  if (why === 'too_long') {
    const options = { code: 'billing_unexpected_answer', retry: false, cause };
    return new AdapterError(`BILLmanager answered func=${func} with more than is read`, options);
  }
  const isLate = why === 'timed_out';
  const sentence = isLate ? 'did not answer in time' : 'could not be reached';
  const options = { code: isLate ? 'billing_timeout' : 'billing_unreachable', retry: true, cause };
  return new AdapterError(`BILLmanager ${sentence} for func=${func} (${cause.message})`, options);
}

/** The panel itself always answers 200 (billmanager.md 1.4): another status comes from what stands before it. */
function toStatusError(func: string, status: number): AdapterError {
  if (status === 200) {
    const options = { code: 'billing_html', retry: true };
    return new AdapterError(`BILLmanager answered func=${func} with a web page`, options);
  }
  const sentence = `BILLmanager answered func=${func} with status ${status}`;
  if (status >= 500 || status === 429)
    return new AdapterError(sentence, { code: 'billing_unreachable', retry: true });
  if (status === 401 || status === 403) {
    return new AdapterError(sentence, { code: 'billing_unauthorized', retry: false });
  }
  return new AdapterError(sentence, { code: 'billing_unexpected_answer', retry: true });
}

/** The panel says that the object asked for does not exist. */
export const BILLING_MISSED = 'billing_missed';

/** Objects and values that are wrong stay wrong; other errors of the panel, such as a call still running, may pass. */
const LASTING_TYPES = ['missed', 'value', 'exists'];

/** Maps an error of the panel by its `$type`, never by its message, which is translated (billmanager.md 1.4). */
export function toPanelError(func: string, type: string): AdapterError {
  const isUnauthorized = type === 'auth' || type === 'access';
  const code = type === 'missed' ? BILLING_MISSED : 'billing_error';
  return new AdapterError(`BILLmanager refused func=${func} (${type})`, {
    code: isUnauthorized ? 'billing_unauthorized' : code,
    retry: !isUnauthorized && !LASTING_TYPES.includes(type),
  });
}
