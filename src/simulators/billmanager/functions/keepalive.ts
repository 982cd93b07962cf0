import { wrapInEnvelope } from '../wire/envelope';
import type { BillingFunction } from './billingFunction';

/** Says that the session lives; asking has already prolonged it. */
export const keepalive: BillingFunction = {
  answer: (call) => wrapInEnvelope(call, { ok: {}, saved_filters: {} }),
};
