import type { AccountFacts, Expense } from '../accounts/accountFacts';

/**
 * Which expenses carry each step of `stepCents` of spend, in one pass, because a long history has thousands of steps:
 * those whose cents lie between the step before and this one, counted up by day and id until the step is reached. An
 * expense of nothing and a returned one carry nothing. A step that the expenses do not reach into is absent.
 */
export function listCarriers(
  { expenses }: Pick<AccountFacts, 'expenses'>,
  stepCents: number,
): ReadonlyMap<number, readonly Expense[]> {
  const carriers = new Map<number, Expense[]>();
  let countedCents = 0;
  let stepsReached = 0;
  for (const expense of inOrder(expenses)) {
    const from = Math.max(Math.floor(countedCents / stepCents), stepsReached);
    countedCents += expense.spendCents;
    for (let step = from + 1; (step - 1) * stepCents < countedCents; step += 1) {
      if (expense.spendCents <= 0) continue;
      const carrying = carriers.get(step);
      if (carrying === undefined) carriers.set(step, [expense]);
      else carrying.push(expense);
    }
    stepsReached = Math.max(stepsReached, Math.floor(countedCents / stepCents));
  }
  return carriers;
}

/** By day, then id, compared by code unit: the same on every machine. */
function inOrder(expenses: readonly Expense[]): Expense[] {
  return [...expenses].sort((one, other) => {
    if (one.chargedOn !== other.chargedOn) return one.chargedOn < other.chargedOn ? -1 : 1;
    if (one.id === other.id) return 0;
    return one.id < other.id ? -1 : 1;
  });
}
