import * as z from 'zod';
import { BILLING_COLUMNS } from '../../domain/policy/billingColumns';

const names = z.array(z.string().min(1).max(200)).min(1).max(10);

/** `billing.columns`: other names for what is read from billing; a key that nothing is read for is a mistake. */
export const policyColumns = z.partialRecord(z.enum(BILLING_COLUMNS), names);
