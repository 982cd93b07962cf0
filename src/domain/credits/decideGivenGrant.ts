import type { Result } from '../result';
import { decideRepayments } from './decideRepayments';
import type { LedgerView } from './ledgerView';
import type { Actor, GrantEntry } from './newEntry';

/** What an operator gives: `key` is the fact that the operator states, `reason` is written down with it. */
export type GivenGrant = {
  key: string;
  source: 'goodwill' | 'adjustment';
  amountCredits: number;
  /** ISO 8601; undefined: never ends. */
  expiresAt: string | undefined;
  reason: string;
  actor: Actor;
};

/** Why a grant is not made. */
export type GivenGrantRefusal = 'already_ended';

/** A grant by an operator: free credits that repay debts first, oldest first, like every grant. */
export function decideGivenGrant(
  given: GivenGrant,
  ledger: LedgerView,
  now: string,
): Result<GrantEntry[], GivenGrantRefusal> {
  if (given.expiresAt !== undefined && given.expiresAt <= now) return { ok: false, reason: 'already_ended' };
  const { reason, ...stated } = given;
  const entry: GrantEntry = {
    kind: 'grant',
    ...stated,
    isPaid: false,
    effectiveAt: now,
    repays: decideRepayments(ledger.book.debts, given.amountCredits),
    proof: { reason },
    spendStep: undefined,
  };
  return { ok: true, value: [entry] };
}
