import { toEuroCents } from '../money/toEuroCents';
import type { Conversion } from '../money/toEuroCents';
import type { Policy } from '../policy/policy';
import { assert } from '../result';
import type { AccountFacts, Expense } from './accountFacts';
import type { Charge } from './charge';
import { countReturned } from './countReturned';
import type { CurrencyTotals } from './countReturned';
import type { Payment } from './payment';

/** The part of the facts that money makes. */
export type Spend = Pick<AccountFacts, 'spendCents' | 'expenses' | 'returned'>;

/** No rate of the policy is in force for this currency on this day (`YYYY-MM-DD`, or empty when billing names none). */
export type MissingRate = { reason: 'no_rate'; currency: string; day: string };

/** Counts what an account spent, charge by charge, so that of a long history no more is held than its facts. */
export type SpendTally = {
  /** Counts one charge; or says why it cannot be counted, and then counts nothing of it. */
  add(charge: Charge): MissingRate | undefined;
  /** The spend, given all payments of the account. */
  total(payments: readonly Payment[]): Spend;
};

/**
 * What an account spent on products (R7): its charges, net of tax or gross as the policy says, each converted by itself
 * at the rate of its day, less the money that went back. Charges that were deleted in billing are simply not there.
 */
export function buildSpendTally(rules: Policy['spend']): SpendTally {
  const expenses: Expense[] = [];
  const totals = new Map<string, CurrencyTotals>();
  return {
    add(charge) {
      const spent = toSpent(charge, rules);
      if (!spent.ok) return { reason: spent.reason, currency: charge.currency, day: charge.chargedOn };
      addToTotals(totals, charge, spent.cents);
      const { id, chargedOn, isForProduct } = charge;
      if (isForProduct)
        expenses.push({ id, chargedOn, spendCents: toWholeNumber(spent.cents), rate: spent.rate });
      return undefined;
    },
    total(payments) {
      const chargedCents = [...totals.values()].reduce((sum, { spendCents }) => sum + spendCents, 0n);
      const returned = countReturned(totals, payments);
      return { spendCents: toWholeNumber(chargedCents) - (returned?.loweredCents ?? 0), expenses, returned };
    },
  };
}

/** What a charge counts for; one for a pack counts for nothing, whatever its currency. */
function toSpent(
  { grossMinor, taxMinor, currency, chargedOn, isForProduct }: Charge,
  rules: Policy['spend'],
): Conversion {
  if (!isForProduct) return { ok: true, cents: 0n, rate: undefined };
  const minor = rules.basis === 'net' ? grossMinor - taxMinor : grossMinor;
  return toEuroCents({ minor, currency }, chargedOn, rules.rates);
}

function addToTotals(totals: Map<string, CurrencyTotals>, charge: Charge, spentCents: bigint): void {
  const { currency, grossMinor, isForProduct } = charge;
  const before = totals.get(currency) ?? { chargedMinor: 0n, productMinor: 0n, spendCents: 0n };
  totals.set(currency, {
    chargedMinor: before.chargedMinor + grossMinor,
    productMinor: before.productMinor + (isForProduct ? grossMinor : 0n),
    spendCents: before.spendCents + spentCents,
  });
}

function toWholeNumber(cents: bigint): number {
  const number = Number(cents);
  assert(Number.isSafeInteger(number), 'the spend of one account fits a whole number');
  return number;
}
