import type { AccountFacts } from '../accounts/accountFacts';
import type { Proof } from '../credits/newEntry';
import { toReturnLine } from './proofLines';

/** What was returned, for the proof of what that did: by how many cents of EUR the spend is lower, and by which payments. */
export function proveReturned({ returned }: AccountFacts): Proof {
  if (returned === undefined) return {};
  const { loweredCents, payments } = returned;
  return {
    loweredCents,
    returnedPayments: payments.map(({ id, why }) => toReturnLine({ paymentId: id, why })),
  };
}
