import { AdapterError } from '../ports/AdapterError';
import type { Logger } from '../ports/logger';

/** What billing answered, or that it could not be asked. */
export type BillingAnswer<Value> = { ok: true; value: Value } | { ok: false; error: AdapterError };

/**
 * Asks billing. Its failures are values, for they are no failure of what asks (R13); each is logged, as warn when asking
 * again can help and as error when an operator has to act. Anything else that goes wrong is thrown.
 */
export async function askBilling<Value>(
  logger: Logger,
  ask: () => Promise<Value>,
): Promise<BillingAnswer<Value>> {
  try {
    return { ok: true, value: await ask() };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const { code, retry, message } = error;
    logger[retry ? 'warn' : 'error']({ code, retry, asked: message }, 'billing could not be read');
    return { ok: false, error };
  }
}
