import { buildSavedDocument } from '../../wire/envelope';
import type { BillingFunction } from '../billingFunction';

/** Says that the session lives; asking has already prolonged it. */
export const KEEPALIVE: BillingFunction = { level: 16, answer: (call) => buildSavedDocument(call) };
