import type { AccountFacts } from '../accounts/accountFacts';
import type { Proof } from '../credits/newEntry';
import type { Policy } from '../policy/policy';

/**
 * Which expenses carried the earned credit `step`: those whose cents lie between the step before and this one, counted
 * up by day and id, and what was left over towards the next. An expense of nothing and a returned one carry nothing.
 * Without a list of expenses the proof is the sum alone.
 */
export function proveSpendStep(facts: AccountFacts, step: number, policy: Policy): Proof {
  const toCents = step * policy.spendCentsPerCredit;
  const fromCents = toCents - policy.spendCentsPerCredit;
  const expenseIds: string[] = [];
  let countedCents = 0;
  for (const expense of inOrder(facts)) {
    const before = countedCents;
    countedCents += expense.netCents;
    const isCarrying = expense.netCents > 0 && before < toCents && countedCents > fromCents;
    if (isCarrying) expenseIds.push(expense.id);
    if (countedCents >= toCents) break;
  }
  const remainderCents = facts.spendCents - toCents;
  return { thresholdCents: toCents, spendCents: facts.spendCents, remainderCents, expenseIds };
}

/** By day, then id, compared by code unit: the same on every machine. */
function inOrder({ expenses }: AccountFacts) {
  return [...expenses].sort((one, other) => {
    if (one.chargedOn !== other.chargedOn) return one.chargedOn < other.chargedOn ? -1 : 1;
    if (one.id === other.id) return 0;
    return one.id < other.id ? -1 : 1;
  });
}
