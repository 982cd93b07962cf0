import { countMinorDigits } from './countMinorDigits';
import { divideHalfAway } from './divideHalfAway';
import type { Money } from './money';

/** One unit of `currency` is `rate` EUR (a decimal text, `0.9215`) from this day (`YYYY-MM-DD`) until the next rate of it. */
export type Rate = { currency: string; from: string; rate: string };

/** Cents of EUR, and the rate they come from; `no_rate` when no rate is in force for the currency on that day. */
export type Conversion =
  { ok: true; cents: bigint; rate: Rate | undefined } | { ok: false; reason: 'no_rate' };

/**
 * An amount in cents of EUR at the rate of `day` (`YYYY-MM-DD`): the latest one that began by then, so that an amount once
 * converted stays what it is when a new rate is added. Exact up to the last step, which rounds to a whole cent, halves
 * away from zero. EUR needs no rate.
 */
export function toEuroCents(money: Money, day: string, rates: readonly Rate[]): Conversion {
  if (money.currency === 'EUR') return { ok: true, cents: money.minor, rate: undefined };
  const rate = findRate(money.currency, day, rates);
  if (rate === undefined) return { ok: false, reason: 'no_rate' };
  const [whole = '', fraction = ''] = rate.rate.split('.');
  const divisor = 10n ** BigInt(fraction.length + countMinorDigits(money.currency));
  return { ok: true, cents: divideHalfAway(money.minor * BigInt(whole + fraction) * 100n, divisor), rate };
}

function findRate(currency: string, day: string, rates: readonly Rate[]): Rate | undefined {
  let latest: Rate | undefined;
  for (const rate of rates) {
    const isInForce = rate.currency === currency && rate.from <= day;
    if (isInForce && (latest === undefined || rate.from > latest.from)) latest = rate;
  }
  return latest;
}
