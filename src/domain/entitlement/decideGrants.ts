import type { AccountFacts } from '../accounts/accountFacts';
import { decideRepayments } from '../credits/decideRepayments';
import type { Book } from '../credits/grant';
import type { LedgerView } from '../credits/ledgerView';
import type { GrantEntry } from '../credits/newEntry';
import type { Policy } from '../policy/policy';
import { countEarnedCredits } from './countEarnedCredits';
import { listCarriers } from './listCarriers';
import { listPackWindows } from './listPackWindows';
import { proveSpendStep } from './proveSpendStep';

/** More is granted at the next look: one decision stays short, however much a client has spent. */
const MAX_SPEND_GRANTS = 500;

/** A grant before it is known which debts it repays. */
type WantedGrant = Omit<GrantEntry, 'repays' | 'kind' | 'actor'>;

/**
 * The grants that billing justifies and the ledger does not have yet: one credit per complete `spendCentsPerCredit`
 * (R7), the credits of every pack bought (R9), and the welcome of the policy. Packs of a price list that the policy does
 * not name grant nothing. Deciding again with the same facts gives the same keys, so the ledger takes each only once.
 * Grants nothing when the ledger shown is another account's (the problem was charged to an earlier requester).
 */
export function decideGrants(
  facts: AccountFacts,
  ledger: LedgerView,
  policy: Policy,
  now: string,
): GrantEntry[] {
  if (ledger.billingAccountId !== facts.billingAccountId) return [];
  const wanted = [
    ...decideSpendGrants(facts, ledger, policy),
    ...decidePackGrants(facts, ledger, policy, now),
    ...decideWelcome(facts, ledger, policy),
  ];
  return repayInTurn(wanted, ledger.book);
}

/** Each grant repays what those before it have left of the debts. */
function repayInTurn(wanted: readonly WantedGrant[], book: Book): GrantEntry[] {
  let debts = book.debts;
  return wanted.map((grant) => {
    const repays = decideRepayments(debts, grant.amountCredits);
    debts = debts
      .map((debt) => {
        const repaid = repays.find((each) => each.entryKey === debt.entryKey)?.amountCredits ?? 0;
        return { ...debt, amountCredits: debt.amountCredits - repaid };
      })
      .filter((debt) => debt.amountCredits > 0);
    return { kind: 'grant', ...grant, repays, actor: { kind: 'rule' } };
  });
}

function decideSpendGrants(facts: AccountFacts, ledger: LedgerView, policy: Policy): WantedGrant[] {
  const reachable = ledger.spendGrantCount + MAX_SPEND_GRANTS;
  const earnedCredits = Math.min(countEarnedCredits(facts.spendCents, policy), reachable);
  if (earnedCredits <= ledger.spendGrantCount) return [];
  const carriers = listCarriers(facts, policy.spendCentsPerCredit);
  const grants: WantedGrant[] = [];
  for (let step = ledger.spendGrantCount + 1; step <= earnedCredits; step += 1) {
    const times = ledger.spendClawbacks.find((each) => each.step === step)?.times ?? 0;
    grants.push({
      key: toSpendKey(facts.billingAccountId, step, times),
      source: 'spend',
      amountCredits: 1,
      isPaid: false,
      effectiveAt: facts.readAt,
      expiresAt: undefined,
      proof: proveSpendStep(facts, step, carriers.get(step) ?? [], policy),
      spendStep: step,
    });
  }
  return grants;
}

/** A step that was clawed back and is reached again is another fact, so it has a key of its own. */
function toSpendKey(billingAccountId: string, step: number, timesClawedBack: number): string {
  const key = `grant:spend:${billingAccountId}:${step}`;
  return timesClawedBack === 0 ? key : `${key}:again${timesClawedBack}`;
}

function decidePackGrants(
  facts: AccountFacts,
  ledger: LedgerView,
  policy: Policy,
  now: string,
): WantedGrant[] {
  return facts.packs.flatMap((pack) => {
    const offer = policy.packs.find((each) => each.pricelistId === pack.pricelistId);
    if (offer === undefined) return [];
    return listPackWindows(pack, offer.period, now)
      .map((window) => ({ ...window, key: `grant:pack:${pack.billingItemId}:${window.period}` }))
      .filter(({ key }) => !ledger.grantedKeys.includes(key))
      .map(({ key, effectiveAt, expiresAt }) => ({
        key,
        source: 'pack',
        amountCredits: offer.credits,
        isPaid: true,
        effectiveAt,
        expiresAt,
        proof: { billingItemId: pack.billingItemId, pricelistId: pack.pricelistId, boughtAt: pack.boughtAt },
        spendStep: undefined,
      }));
  });
}

function decideWelcome(facts: AccountFacts, ledger: LedgerView, policy: Policy): WantedGrant[] {
  const key = `grant:welcome:${facts.billingAccountId}`;
  if (policy.welcomeCredits === 0 || ledger.grantedKeys.includes(key)) return [];
  return [
    {
      key,
      source: 'welcome',
      amountCredits: policy.welcomeCredits,
      isPaid: false,
      effectiveAt: facts.readAt,
      expiresAt: undefined,
      proof: {},
      spendStep: undefined,
    },
  ];
}
