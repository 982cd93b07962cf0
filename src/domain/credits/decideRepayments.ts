import type { Debt, Repayment } from './grant';

/** What a new grant of `amountCredits` repays: the oldest debts first, each as far as the grant reaches. */
export function decideRepayments(debts: readonly Debt[], amountCredits: number): Repayment[] {
  const repayments: Repayment[] = [];
  let left = amountCredits;
  for (const debt of debts) {
    if (left === 0) break;
    const repaid = Math.min(left, debt.amountCredits);
    repayments.push({ entryKey: debt.entryKey, amountCredits: repaid });
    left -= repaid;
  }
  return repayments;
}
