import { countMinorDigits } from '../../domain/money/countMinorDigits';
import type { Money } from '../../domain/money/money';
import type { Result } from '../../domain/result';

/**
 * Why a text is not taken for money. `ambiguous`: it could be thousands or thousandths, or is finer than the currency.
 * `unsupported_currency`: its smallest unit is finer than a hundredth, so that every amount would be ambiguous.
 */
export type MoneyRefusal = 'no_currency' | 'not_an_amount' | 'ambiguous' | 'unsupported_currency';

/** Symbols that live installs write in place of the documented code (billmanager.md 4.4). */
const SYMBOLS = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['₽', 'RUB'],
  ['руб', 'RUB'],
  ['руб.', 'RUB'],
  ['р.', 'RUB'],
  ['₴', 'UAH'],
  ['грн.', 'UAH'],
  ['₸', 'KZT'],
  ['zł', 'PLN'],
]);

/** A sign, an amount, and a currency on either side of it. */
const MONEY =
  /^(?<sign>-?)(?<before>[^\d\s-]*)\s*(?<inner>-?)(?<amount>\d(?:[\d\s.,'’]*\d)?)\s*(?<after>[^\d\s].*)?$/u;

/** Thousands in groups of three by one kind of separator, then perhaps a fraction by another. */
const GROUPED =
  /^(?<whole>\d{1,3}(?<group>[ .,'])\d{3}(?:\k<group>\d{3})*)(?:(?!\k<group>)[.,](?<fraction>\d+))?$/;
const PLAIN = /^(?<whole>\d+)(?:[.,](?<fraction>\d+))?$/;

/**
 * Reads `120.00 EUR`, `1 234,56 €` and the like (billmanager.md 4.4), never through a floating number. Spaces of any
 * kind may part thousands. A text without a currency is refused: an amount of unknown money must not be counted.
 */
export function parseMoney(text: string): Result<Money, MoneyRefusal> {
  const match = MONEY.exec(text.trim().replace(/\s/gu, ' ').replace('\u2212', '-').replaceAll('’', "'"));
  const { sign, inner, before = '', amount, after = '' } = match?.groups ?? {};
  if (amount === undefined || (sign && inner)) return { ok: false, reason: 'not_an_amount' };
  const currency = toCurrency(before, after.trim());
  if (currency === undefined) return { ok: false, reason: 'no_currency' };
  const digits = countMinorDigits(currency);
  if (digits > 2) return { ok: false, reason: 'unsupported_currency' };
  const minor = parseMinor(amount, digits);
  if (!minor.ok) return minor;
  return { ok: true, value: { minor: sign || inner ? -minor.value : minor.value, currency } };
}

/** Exactly one side names the currency, by a code of three capital letters or by a known symbol. */
function toCurrency(before: string, after: string): string | undefined {
  if (before !== '' && after !== '') return undefined;
  const name = before === '' ? after : before;
  return /^[A-Z]{3}$/.test(name) ? name : SYMBOLS.get(name.toLowerCase());
}

/** `digits` is how many decimals the currency has: with none, three digits after a separator are thousands. */
function parseMinor(amount: string, digits: number): Result<bigint, MoneyRefusal> {
  const isEitherOr = /^\d{1,3}[.,]\d{3}$/.test(amount);
  if (isEitherOr && digits > 0) return { ok: false, reason: 'ambiguous' };
  const { whole, fraction = '' } = (GROUPED.exec(amount) ?? PLAIN.exec(amount))?.groups ?? {};
  if (whole === undefined) return { ok: false, reason: 'not_an_amount' };
  const isTooFine = /[1-9]/.test(fraction.slice(digits));
  if (isTooFine) return { ok: false, reason: 'ambiguous' };
  return {
    ok: true,
    value: BigInt(whole.replace(/\D/g, '') + fraction.slice(0, digits).padEnd(digits, '0')),
  };
}
