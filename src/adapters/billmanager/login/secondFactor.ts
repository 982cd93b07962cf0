import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { Decoded } from '../decodeDocument';

/** With two factors switched on every function answers this in place of data (billmanager.md 2): nobody would be found. */
export function asksForSecondFactor(document: Decoded): boolean {
  return document.kind === 'answer' && /(^|[?&])func=totp\.confirm(&|$)/.test(document.ok?.text ?? '');
}

/** A service cannot type codes from a phone, so the operator has to choose a user without them. */
export function toSecondFactorError(func: string): AdapterError {
  return new AdapterError(
    `BILLmanager asked for a second factor in place of func=${func}: log in to BILLmanager as the service user and switch two-factor authentication off in its user settings, or name a service user without it`,
    { code: 'billing_second_factor', retry: false },
  );
}
