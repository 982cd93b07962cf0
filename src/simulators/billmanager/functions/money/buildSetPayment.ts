import { setPaymentStatus } from '../../state/payments';
import type { PaymentStatus } from '../../state/rows';
import { buildSavedDocument } from '../../wire/envelope';
import type { BillingFunction } from '../billingFunction';
import { findRow } from '../buildForm';
import { buildMissed } from '../formErrors';
import { readElids } from '../readElids';
import { PAYMENTS } from './payments';

/**
 * `payment.setpaid` and its like, which gateways call: they move payments to a status, whatever they were at before
 * (billmanager.md 4.1). Of several ids none is moved when one is missing.
 */
export function buildSetPayment(statusCode: PaymentStatus): BillingFunction {
  return {
    level: 29,
    answer: (call) => {
      const ids = readElids(call);
      const rows = ids.flatMap((id) => findRow(PAYMENTS, call, id) ?? []);
      const missing = ids.find((id) => !rows.some((row) => row.id === id));
      if (missing !== undefined) return buildMissed(call, PAYMENTS.object, missing);
      for (const row of rows) setPaymentStatus(call.billing.store, row, statusCode);
      return buildSavedDocument(call);
    },
  };
}
