import type { AccountFacts } from '../../../src/domain/accounts/accountFacts';
import { listPackWindows } from '../../../src/domain/entitlement/listPackWindows';
import type { Policy } from '../../../src/domain/policy/policy';
import { buildReferenceModel, NEVER } from './referenceModel';

/** A client's account as the reference model has it, with what is due for it worked out apart from the rules. */
export function buildReferenceAccount(billingAccountId: string, policy: Policy) {
  const model = buildReferenceModel();
  const timesClawedBack = new Map<number, number>();
  const grantedOnce = new Set<string>();
  let earnedSteps = 0;

  function settleSpend(facts: AccountFacts, now: string): void {
    const earned = Math.max(0, Math.floor(facts.spendCents / 10_000));
    for (; earnedSteps > earned; earnedSteps -= 1) {
      const times = timesClawedBack.get(earnedSteps) ?? 0;
      const key = `clawback:spend:${billingAccountId}:${earnedSteps}:${times}`;
      model.take(key, 1, now, (lot) => lot.isEarned);
      timesClawedBack.set(earnedSteps, times + 1);
    }
    for (; earnedSteps < earned; earnedSteps += 1) {
      const times = timesClawedBack.get(earnedSteps + 1) ?? 0;
      const key = `grant:spend:${billingAccountId}:${earnedSteps + 1}${times === 0 ? '' : `:again${times}`}`;
      model.grant({ key, isEarned: true, isPaid: false, from: facts.readAt, until: NEVER }, 1);
    }
  }

  function grantOnce(key: string, credits: number, isPaid: boolean, from: string, until = NEVER): void {
    if (credits === 0 || grantedOnce.has(key)) return;
    grantedOnce.add(key);
    model.grant({ key, isEarned: false, isPaid, from, until }, credits);
  }

  return {
    model,
    /**
     * Books what is due at `now`: what has ended, what the spend carries no more or carries now, packs, and the welcome.
     * Which month of a pack stands has tables of its own, so the rule is asked for it here.
     */
    settle(facts: AccountFacts, now: string): void {
      model.expire(now);
      settleSpend(facts, now);
      for (const pack of facts.packs) {
        const [credits, period] =
          pack.pricelistId === 'once' ? [3, 'lifetime' as const] : [2, 'month' as const];
        for (const window of listPackWindows(pack, period, now)) {
          const key = `grant:pack:${pack.billingItemId}:${window.period}`;
          grantOnce(key, credits, true, window.effectiveAt, window.expiresAt);
        }
      }
      const { welcomeCredits } = policy;
      grantOnce(`grant:welcome:${billingAccountId}`, welcomeCredits, false, facts.readAt);
    },
  };
}
