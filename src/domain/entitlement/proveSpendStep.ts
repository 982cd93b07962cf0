import type { AccountFacts, Expense } from '../accounts/accountFacts';
import type { Proof } from '../credits/newEntry';
import type { Policy } from '../policy/policy';
import { toRateLine } from './proofLines';
import { proveReturned } from './proveReturned';

/**
 * Why the earned credit `step` was granted: the spend it needed and the spend there was, in cents of EUR, which
 * expenses carried it (`listCarriers`), what was left over towards the next, what was returned, and the rates at which
 * expenses in other currencies were counted. Without a list of expenses the proof is the sums alone.
 */
export function proveSpendStep(
  facts: AccountFacts,
  step: number,
  carriers: readonly Expense[],
  policy: Policy,
): Proof {
  const thresholdCents = step * policy.spendCentsPerCredit;
  const rates = listRates(carriers);
  return {
    thresholdCents,
    spendCents: facts.spendCents,
    remainderCents: facts.spendCents - thresholdCents,
    expenseIds: carriers.map(({ id }) => id),
    ...(rates.length > 0 ? { rates } : {}),
    ...proveReturned(facts),
  };
}

function listRates(carriers: readonly Expense[]): string[] {
  return carriers.flatMap(({ id, rate }) =>
    rate === undefined ? [] : [toRateLine({ expenseId: id, rate })],
  );
}
