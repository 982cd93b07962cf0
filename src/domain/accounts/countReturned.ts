import { divideHalfAway } from '../money/divideHalfAway';
import type { Returned } from './accountFacts';
import type { Payment, ReturnReason } from './payment';

/** What an account was charged in one currency, in its smallest unit, and what of it counts as spend, in cents of EUR. */
export type CurrencyTotals = {
  /** All charges, tax and packs included: what money was needed for. */
  chargedMinor: bigint;
  /** Those for products, tax included. */
  productMinor: bigint;
  /** What those for products count for. */
  spendCents: bigint;
};

/**
 * How far money that went back lowers the spend (R7). Charges that no money stands behind any more are the ones that it
 * paid: so it lowers the spend by no more than what was charged exceeds the money that stayed. Money that came back
 * although nothing was bought for it, whose charge was deleted too, or that was paid a second time, lowers nothing and
 * is never counted twice. What is merely unpaid, such as a pledged payment or a credit line, lowers nothing either.
 * Charges and payments are compared in the currency of the account, so no change of rates passes for a return.
 */
export function countReturned(
  totals: ReadonlyMap<string, CurrencyTotals>,
  payments: readonly Payment[],
): Returned | undefined {
  const counted: Returned = { loweredCents: 0, payments: [] };
  for (const [currency, total] of totals) {
    const own = payments.filter((payment) => payment.currency === currency);
    const back = listReturned(own);
    const backMinor = sumMinor(back);
    const refundedMinor = sumMinor(back.filter(({ why }) => why === 'refund'));
    const keptMinor = sumMinor(own.filter(({ state }) => state === 'kept')) - refundedMinor;
    const uncoveredMinor = total.chargedMinor - keptMinor;
    const loweredCents = toSpend(uncoveredMinor < backMinor ? uncoveredMinor : backMinor, total);
    if (loweredCents <= 0n) continue;
    counted.loweredCents += Number(loweredCents);
    counted.payments.push(...back.map(({ id, why }) => ({ id, why })));
  }
  return counted.loweredCents > 0 ? counted : undefined;
}

type Back = { id: string; why: ReturnReason; amountMinor: bigint };

/** What went back. A refund of a payment that went back as a whole is part of that, not more. */
function listReturned(payments: readonly Payment[]): Back[] {
  const back = payments.flatMap(({ state: why, ...payment }) =>
    why === 'kept' ? [] : [{ why, ...payment }],
  );
  const whole = new Set(back.filter(({ why }) => why !== 'refund').map(({ number }) => number));
  return back.filter(({ refundOf }) => refundOf === undefined || !whole.has(refundOf));
}

/** The share of the spend that so much money paid: without the tax, and at the rates at which it was charged. */
function toSpend(minor: bigint, { productMinor, spendCents }: CurrencyTotals): bigint {
  if (minor <= 0n || productMinor <= 0n) return 0n;
  if (minor >= productMinor) return spendCents;
  return divideHalfAway(minor * spendCents, productMinor);
}

function sumMinor(payments: readonly { amountMinor: bigint }[]): bigint {
  return payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
