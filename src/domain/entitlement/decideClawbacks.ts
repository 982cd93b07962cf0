import type { AccountFacts } from '../accounts/accountFacts';
import { allocate } from '../credits/allocate';
import type { LedgerView } from '../credits/ledgerView';
import type { ClawbackEntry } from '../credits/newEntry';
import type { Policy } from '../policy/policy';
import { countEarnedCredits } from './countEarnedCredits';
import { proveReturned } from './proveReturned';

/** More is taken back at the next look: one decision stays short, however far the spend fell. */
const MAX_CLAWBACKS = 500;

/**
 * Takes back earned credits that the spend no longer carries, because a payment was returned, or an expense vanished and
 * stays away (R7, `decideFall`): the latest steps first, out of unspent earned credits only; what was spent already is left
 * as a debt that later grants repay. Bought credits are never touched.
 */
export function decideClawbacks(
  facts: AccountFacts,
  ledger: LedgerView,
  policy: Policy,
  now: string,
): ClawbackEntry[] {
  if (ledger.billingAccountId !== facts.billingAccountId) return [];
  const steps = listLostSteps(facts, ledger, policy);
  const taken = takeEach(ledger, steps.length, now);
  const times = new Map(ledger.spendClawbacks.map((each) => [each.step, each.times]));
  return steps.map((step, index): ClawbackEntry => {
    const grantKey = taken[index];
    return {
      kind: 'clawback',
      key: `clawback:spend:${facts.billingAccountId}:${step}:${times.get(step) ?? 0}`,
      amountCredits: 1,
      allocations: grantKey === undefined ? [] : [{ grantKey, amountCredits: 1 }],
      proof: {
        thresholdCents: step * policy.spendCentsPerCredit,
        spendCents: facts.spendCents,
        ...proveReturned(facts),
      },
      spendStep: step,
    };
  });
}

/** The steps that stand in the ledger and are not carried any more, latest first. */
function listLostSteps({ spendCents, fall }: AccountFacts, ledger: LedgerView, policy: Policy): number[] {
  const carriedCredits = countEarnedCredits(spendCents + (fall?.fallenCents ?? 0), policy);
  const lostCredits = Math.max(0, ledger.spendGrantCount - carriedCredits);
  const length = Math.min(lostCredits, MAX_CLAWBACKS);
  return Array.from({ length }, (_, index) => ledger.spendGrantCount - index);
}

/** The grants that so many credits are taken from, one credit each, in burn order; fewer when fewer are left. */
function takeEach({ book }: LedgerView, amountCredits: number, now: string): string[] {
  const earned = book.grants.filter((grant) => grant.source === 'spend');
  return allocate(earned, amountCredits, now).flatMap((each) =>
    Array.from({ length: each.amountCredits }, () => each.grantKey),
  );
}
