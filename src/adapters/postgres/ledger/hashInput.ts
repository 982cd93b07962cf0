import { hash } from 'node:crypto';
import type { NewEntry } from '../../../domain/credits/newEntry';

/**
 * SHA-256 over what an entry states: kind, amount, problem, and what it refunds. Times, proofs, snapshots and actors are
 * left out: the same fact found again later, or by another replica, is the same fact. As hex.
 */
export function hashInput(billingAccountId: string, entry: NewEntry): string {
  return hash('sha256', JSON.stringify([billingAccountId, ...statementOf(entry)]), 'hex');
}

function statementOf(entry: NewEntry): (string | number | boolean | null)[] {
  switch (entry.kind) {
    case 'grant':
      return [
        entry.kind,
        entry.key,
        entry.source,
        entry.amountCredits,
        entry.isPaid,
        entry.expiresAt ?? null,
      ];
    case 'debit':
      return [entry.kind, entry.key, entry.problemId, entry.ticketId, entry.amountCredits];
    case 'waiver':
      return [entry.kind, entry.key, entry.problemId, entry.ticketId, entry.reason];
    case 'refund':
      return [entry.kind, entry.key, entry.debitKey, entry.amountCredits, entry.reason];
    case 'expiry':
      return [entry.kind, entry.key, entry.grantKey, entry.amountCredits];
    case 'clawback':
    case 'adjustment':
      return [entry.kind, entry.key, entry.amountCredits];
  }
}
