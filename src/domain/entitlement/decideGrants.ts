import type { AccountFacts } from '../accounts/accountFacts';
import type { LedgerView } from '../credits/ledgerView';
import type { NewEntry } from '../credits/newEntry';
import type { Policy } from '../policy/policy';

type NewGrant = Extract<NewEntry, { kind: 'grant' }>;

/**
 * The grants that billing justifies and the ledger does not have yet: one credit per complete `spendCentsPerCredit`
 * (R7), and the credits of every pack bought (R9). Packs of a price list that the policy does not name grant nothing.
 * Deciding again with the same facts gives the same keys, so the ledger takes each only once. Grants nothing when the
 * ledger shown is another account's (the ticket's problem was charged to an earlier requester).
 */
export function decideGrants(facts: AccountFacts, ledger: LedgerView, policy: Policy): NewGrant[] {
  if (ledger.billingAccountId !== facts.billingAccountId) return [];
  return [...decideSpendGrants(facts, ledger, policy), ...decidePackGrants(facts, ledger, policy)];
}

function decideSpendGrants(facts: AccountFacts, ledger: LedgerView, policy: Policy): NewGrant[] {
  const earnedCredits = countEarnedCredits(facts.spendCents, policy);
  const grants: NewGrant[] = [];
  for (let n = ledger.spendGrantCount + 1; n <= earnedCredits; n += 1) {
    grants.push({
      kind: 'grant',
      key: `grant:spend:${facts.billingAccountId}:${n}`,
      source: 'spend',
      amountCredits: 1,
      isPaid: false,
      effectiveAt: facts.readAt,
      expiresAt: undefined,
      proof: { thresholdCents: n * policy.spendCentsPerCredit },
    });
  }
  return grants;
}

function decidePackGrants(facts: AccountFacts, ledger: LedgerView, policy: Policy): NewGrant[] {
  return facts.packs
    .filter((pack) => !ledger.grantedPackItems.includes(pack.billingItemId))
    .flatMap((pack) => {
      const offer = policy.packs.find((each) => each.pricelistId === pack.pricelistId);
      if (offer === undefined) return [];
      return {
        kind: 'grant',
        key: `grant:pack:${pack.billingItemId}:lifetime`,
        source: 'pack',
        amountCredits: offer.credits,
        isPaid: true,
        effectiveAt: pack.boughtAt,
        expiresAt: undefined,
        proof: { billingItemId: pack.billingItemId, pricelistId: pack.pricelistId },
      };
    });
}

/** R7: complete steps only. */
export function countEarnedCredits(spendCents: number, policy: Policy): number {
  return Math.max(0, Math.floor(spendCents / policy.spendCentsPerCredit));
}

/** Cents of EUR that the client still has to spend for the next earned credit; more than 0, at most one whole step. */
export function countCentsToNextCredit(spendCents: number, policy: Policy): number {
  const step = policy.spendCentsPerCredit;
  return (countEarnedCredits(spendCents, policy) + 1) * step - Math.max(0, spendCents);
}
