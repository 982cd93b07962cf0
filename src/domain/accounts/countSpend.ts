import { toEuroCents } from '../money/toEuroCents';
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
export type MissingRate = { ok: false; reason: 'no_rate'; currency: string; day: string };

/**
 * What an account spent on products (R7): its charges, net of tax or gross as the policy says, each converted by itself
 * at the rate of its day, less the money that went back. Charges that were deleted in billing are simply not there.
 */
export function countSpend(
  charges: readonly Charge[],
  payments: readonly Payment[],
  rules: Policy['spend'],
): { ok: true; value: Spend } | MissingRate {
  const expenses: Expense[] = [];
  const totals = new Map<string, CurrencyTotals>();
  for (const charge of charges) {
    const total = totals.get(charge.currency) ?? { chargedMinor: 0n, productMinor: 0n, spendCents: 0n };
    totals.set(charge.currency, total);
    total.chargedMinor += charge.grossMinor;
    if (!charge.isForProduct) continue;
    const { id, chargedOn, currency } = charge;
    const minor = rules.basis === 'net' ? charge.grossMinor - charge.taxMinor : charge.grossMinor;
    const converted = toEuroCents({ minor, currency }, chargedOn, rules.rates);
    if (!converted.ok) return { ...converted, currency, day: chargedOn };
    total.productMinor += charge.grossMinor;
    total.spendCents += converted.cents;
    expenses.push({ id, chargedOn, spendCents: toWholeNumber(converted.cents), rate: converted.rate });
  }
  const chargedCents = [...totals.values()].reduce((sum, { spendCents }) => sum + spendCents, 0n);
  const returned = countReturned(totals, payments);
  const spendCents = toWholeNumber(chargedCents - BigInt(returned?.loweredCents ?? 0));
  return { ok: true, value: { spendCents, expenses, returned } };
}

function toWholeNumber(cents: bigint): number {
  const number = Number(cents);
  assert(Number.isSafeInteger(number), 'the spend of one account fits a whole number');
  return number;
}
