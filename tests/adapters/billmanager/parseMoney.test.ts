import fc from 'fast-check';
import { parseMoney } from '../../../src/adapters/billmanager/parseMoney';

describe('parseMoney', () => {
  it.each([
    ['120.00 EUR', 12_000n, 'EUR'],
    ['15.00 USD', 1_500n, 'USD'],
    ['1 234,56 €', 123_456n, 'EUR'],
    ['1\u00a0234,56\u00a0€', 123_456n, 'EUR'],
    ['1\u2009234\u202f567.8 EUR', 123_456_780n, 'EUR'],
    ['12.34 €', 1_234n, 'EUR'],
    ['49.99 руб.', 4_999n, 'RUB'],
    ['5.00 $', 500n, 'USD'],
    ['$5', 500n, 'USD'],
    ['EUR 7.5', 750n, 'EUR'],
    ['-€3.20', -320n, 'EUR'],
    ['€-3.20', -320n, 'EUR'],
    ['-0.05 EUR', -5n, 'EUR'],
    ['\u22121,00 EUR', -100n, 'EUR'],
    ['1,234.56 EUR', 123_456n, 'EUR'],
    ['1.234.567,89 EUR', 123_456_789n, 'EUR'],
    ['1.234.567 EUR', 123_456_700n, 'EUR'],
    ["1'234.50 EUR", 123_450n, 'EUR'],
    ['  10  EUR ', 1_000n, 'EUR'],
    ['0.00 EUR', 0n, 'EUR'],
    ['0.3000 EUR', 30n, 'EUR'],
    ['5000 JPY', 5_000n, 'JPY'],
    ['5,000 JPY', 5_000n, 'JPY'],
    ['5000.00 JPY', 5_000n, 'JPY'],
    ['1.234.567 JPY', 1_234_567n, 'JPY'],
    ['90071992547409931.01 EUR', 9_007_199_254_740_993_101n, 'EUR'],
  ])('reads «%s»', (text, minor, currency) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: { minor, currency } });
  });

  it.each([
    ['120.00', 'no_currency'],
    ['120.00 eur', 'no_currency'],
    ['120.00 EURO', 'no_currency'],
    ['120.00 credits', 'no_currency'],
    ['€120.00 EUR', 'no_currency'],
    ['', 'not_an_amount'],
    ['EUR', 'not_an_amount'],
    ['-- 5 EUR', 'not_an_amount'],
    ['-€-5', 'not_an_amount'],
    ['12 34 EUR', 'not_an_amount'],
    ['1,23,456 EUR', 'not_an_amount'],
    ['1.2.3 EUR', 'not_an_amount'],
    ['1..5 EUR', 'not_an_amount'],
    ['1.234 EUR', 'ambiguous'],
    ['1,000 EUR', 'ambiguous'],
    ['0.3333 EUR', 'ambiguous'],
    ['5.5 JPY', 'ambiguous'],
    ['1.234 KWD', 'unsupported_currency'],
    ['12.00 BHD', 'unsupported_currency'],
  ])('refuses «%s» as %s', (text, reason) => {
    expect(parseMoney(text)).toEqual({ ok: false, reason });
  });

  it('reads back every amount as it was written, to the cent', () => {
    const amounts = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(amounts, fc.constantFrom('.', ','), (minor, point) => {
        const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
        const text = `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)} EUR`;
        expect(parseMoney(text)).toEqual({ ok: true, value: { minor, currency: 'EUR' } });
      }),
    );
  });

  it('reads back every amount in every shape that a panel may write', () => {
    const spaces = ['', ' ', '\u00a0', '\u2009', '\u202f'];
    const signs = [
      ['€', 'EUR'],
      ['$', 'USD'],
      ['руб.', 'RUB'],
      ['PLN', 'PLN'],
    ] as const;
    const shape = fc.record({
      minor: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      group: fc.constantFrom('', ' ', '\u00a0', '\u2009', '\u202f', '.', ',', "'", '’'),
      gap: fc.constantFrom(...spaces),
      sign: fc.constantFrom(...signs),
      isBefore: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, ({ minor, group, gap, sign: [name, currency], isBefore }) => {
        const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
        const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
        const amount = `${whole}${group === ',' ? '.' : ','}${digits.slice(-2)}`;
        const text = isBefore ? `${name}${gap}${amount}` : `${amount}${gap}${name}`;
        const signed = minor < 0n ? `-${text}` : text;
        expect(parseMoney(signed)).toEqual({ ok: true, value: { minor, currency } });
      }),
    );
  });

  it('never fails, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseMoney(text).ok === 'boolean'),
    );
  });
});
