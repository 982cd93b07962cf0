import { FAILURE_SAYINGS } from '../../domain/setup/failureSayings';
import { say } from '../../domain/setup/saying';
import type { Saying } from '../../domain/setup/saying';
import type { AdapterError } from './AdapterError';

type FailureCode = keyof typeof FAILURE_SAYINGS;

/** What a failure of the outside is called. At the host the error speaks for itself: it names the call that failed. */
export function sayFailure({ code, message }: AdapterError): Saying {
  return { ...sayFailureCode(code), detail: `${message}.` };
}

/** What a failure with this code of `AdapterError` is called. */
export function sayFailureCode(code: string): Saying {
  const known = `failed_${code}`;
  if (!isKnown(known) || known === 'failed_otherwise') return say('failed_otherwise', { error: code });
  return say(known);
}

function isKnown(code: string): code is FailureCode {
  return Object.hasOwn(FAILURE_SAYINGS, code);
}
