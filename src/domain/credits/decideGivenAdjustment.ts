import type { Result } from '../result';
import { allocate } from './allocate';
import { countSpendableCredits } from './countSpendableCredits';
import type { LedgerView } from './ledgerView';
import type { Actor, AdjustmentEntry } from './newEntry';

/** A correction downwards by an operator: how many credits to take, why, and whether a debt may be left. */
export type GivenAdjustment = {
  key: string;
  amountCredits: number;
  isDebtAllowed: boolean;
  reason: string;
  actor: Actor;
};

/** Why nothing is taken. */
export type GivenAdjustmentRefusal = 'insufficient_credits';

/**
 * Takes credits in burn order, like a debit. Refuses to take more than the client can spend now, unless the operator
 * allows a debt, which later grants repay first.
 */
export function decideGivenAdjustment(
  given: GivenAdjustment,
  ledger: LedgerView,
  now: string,
): Result<AdjustmentEntry[], GivenAdjustmentRefusal> {
  const { key, amountCredits, reason, actor } = given;
  const { book } = ledger;
  const isCovered = amountCredits <= countSpendableCredits(book, now);
  if (!isCovered && !given.isDebtAllowed) return { ok: false, reason: 'insufficient_credits' };
  const allocations = allocate(book.grants, amountCredits, now);
  const entry: AdjustmentEntry = {
    kind: 'adjustment',
    key,
    amountCredits,
    allocations,
    proof: { reason },
    actor,
  };
  return { ok: true, value: [entry] };
}
