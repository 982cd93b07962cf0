import type { Charge } from './ledgerView';
import type { NewEntry } from './newEntry';

/**
 * The open charge as it is after the entry: what a grant repays of a debit counts among the allocations of that debit, so
 * a refund later in the same decision, or in the same transaction, gives it back to that grant.
 */
export function applyToCharge(charge: Charge | undefined, entry: NewEntry): Charge | undefined {
  if (charge?.kind !== 'debit' || entry.kind !== 'grant') return charge;
  const repayment = entry.repays.find((each) => each.entryKey === charge.key);
  if (repayment === undefined) return charge;
  const { amountCredits } = repayment;
  const allocation = { grantKey: entry.key, amountCredits, expiresAt: entry.expiresAt };
  return { ...charge, allocations: [...charge.allocations, allocation] };
}
