import type { AccountFacts } from '../accounts/accountFacts';
import { allocate } from '../credits/allocate';
import { applyEntry } from '../credits/applyEntry';
import type { LedgerView } from '../credits/ledgerView';
import type { ClawbackEntry } from '../credits/newEntry';
import type { Policy } from '../policy/policy';
import { countEarnedCredits } from './countEarnedCredits';
import { proveReturned } from './proveReturned';

/**
 * Takes back earned credits that the spend no longer carries, because a payment was returned or an expense vanished
 * (R7): the latest steps first, out of unspent earned credits only; what was spent already is left as a debt that later
 * grants repay. Bought credits are never touched.
 */
export function decideClawbacks(
  facts: AccountFacts,
  ledger: LedgerView,
  policy: Policy,
  now: string,
): ClawbackEntry[] {
  if (ledger.billingAccountId !== facts.billingAccountId) return [];
  const earnedCredits = countEarnedCredits(facts.spendCents, policy);
  const clawbacks: ClawbackEntry[] = [];
  let book = ledger.book;
  for (let step = ledger.spendGrantCount; step > earnedCredits; step -= 1) {
    const times = ledger.spendClawbacks.find((each) => each.step === step)?.times ?? 0;
    const earned = book.grants.filter((grant) => grant.source === 'spend');
    const entry: ClawbackEntry = {
      kind: 'clawback',
      key: `clawback:spend:${facts.billingAccountId}:${step}:${times}`,
      amountCredits: 1,
      allocations: allocate(earned, 1, now),
      proof: {
        thresholdCents: step * policy.spendCentsPerCredit,
        spendCents: facts.spendCents,
        ...proveReturned(facts),
      },
      spendStep: step,
    };
    clawbacks.push(entry);
    book = applyEntry(book, entry);
  }
  return clawbacks;
}
