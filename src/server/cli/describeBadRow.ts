import type { BadRow } from '../../use-cases/ports/ledgerProof';

/** What does not hold of the ledger, in a sentence. */
export function describeBadRow(bad: BadRow): string {
  const account = bad.billingAccountId === undefined ? 'No account' : `Account ${bad.billingAccountId}`;
  const seq = bad.accountSeq === undefined ? '' : ` (number ${bad.accountSeq})`;
  const entry = bad.entryKey === undefined ? '' : `, entry ${bad.entryKey}${seq}`;
  return `The ledger does not hold. ${account}${entry}: ${bad.wrong}.`;
}
