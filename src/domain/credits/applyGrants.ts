import type { LedgerView } from './ledgerView';
import type { NewEntry } from './newEntry';

/** The ledger as it is after the grants: what the same decision may already take from. */
export function applyGrants(
  ledger: LedgerView,
  grants: readonly Extract<NewEntry, { kind: 'grant' }>[],
): LedgerView {
  return {
    ...ledger,
    balanceCredits: ledger.balanceCredits + grants.reduce((sum, grant) => sum + grant.amountCredits, 0),
    grants: [
      ...ledger.grants,
      ...grants.map((grant) => ({ ...grant, remainingCredits: grant.amountCredits })),
    ],
  };
}
