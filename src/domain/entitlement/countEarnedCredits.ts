import type { Policy } from '../policy/policy';

/** R7: one credit for each complete step of spend. */
export function countEarnedCredits(spendCents: number, policy: Policy): number {
  return Math.max(0, Math.floor(spendCents / policy.spendCentsPerCredit));
}

/** Cents of EUR that the client still has to spend for the next earned credit; more than 0, at most one whole step. */
export function countCentsToNextCredit(spendCents: number, policy: Policy): number {
  const step = policy.spendCentsPerCredit;
  return (countEarnedCredits(spendCents, policy) + 1) * step - Math.max(0, spendCents);
}
