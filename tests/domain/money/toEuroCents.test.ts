import fc from 'fast-check';
import { toEuroCents } from '../../../src/domain/money/toEuroCents';
import type { Rate } from '../../../src/domain/money/toEuroCents';

const RATES: Rate[] = [
  { currency: 'USD', from: '2026-06-01', rate: '0.9' },
  { currency: 'USD', from: '2026-01-01', rate: '0.9215' },
  { currency: 'JPY', from: '2026-01-01', rate: '0.00605' },
  { currency: 'KWD', from: '2026-01-01', rate: '2.9' },
  { currency: 'GBP', from: '2026-01-01', rate: '1' },
];

const convert = (minor: bigint, currency: string, day: string) =>
  toEuroCents({ minor, currency }, day, RATES);

describe('toEuroCents', () => {
  it('leaves euros as they are, without a rate', () => {
    expect(convert(12_345n, 'EUR', '')).toEqual({ ok: true, cents: 12_345n, rate: undefined });
  });

  it.each([
    ['the first day of a rate', 10_000n, 'USD', '2026-01-01', 9_215n, '0.9215'],
    ['the last day before the next', 10_000n, 'USD', '2026-05-31', 9_215n, '0.9215'],
    ['the first day of the next', 10_000n, 'USD', '2026-06-01', 9_000n, '0.9'],
    ['a day long after', 10_000n, 'USD', '2031-01-01', 9_000n, '0.9'],
    ['whole yen, which have no hundredths', 5_000n, 'JPY', '2026-02-01', 3_025n, '0.00605'],
    ['thousandths of a dinar', 1_000n, 'KWD', '2026-02-01', 290n, '2.9'],
    ['a rate without decimals', 7n, 'GBP', '2026-02-01', 7n, '1'],
    ['half a cent up', 5n, 'USD', '2026-06-01', 5n, '0.9'],
    ['half a cent of a credit down, away from zero', -5n, 'USD', '2026-06-01', -5n, '0.9'],
    ['less than half a cent', 4n, 'USD', '2026-06-01', 4n, '0.9'],
  ])('converts at the rate of the day: %s', (_, minor, currency, day, cents, rate) => {
    expect(convert(minor, currency, day)).toMatchObject({ ok: true, cents, rate: { currency, rate } });
  });

  it.each([
    ['before the first rate', 'USD', '2025-12-31'],
    ['without a day', 'USD', ''],
    ['in a currency that has none', 'CHF', '2026-02-01'],
  ])('never guesses a rate: %s', (_, currency, day) => {
    expect(convert(1n, currency, day)).toEqual({ ok: false, reason: 'no_rate' });
  });

  it('is off by no more than half a cent, and the same for what comes and goes', () => {
    const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.nat({ max: 9 }),
        (minor, digits, scale) => {
          const text = String(digits).padStart(scale + 1, '0');
          const rate = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
          const rates = [{ currency: 'USD', from: '2026-01-01', rate }];
          const there = toEuroCents({ minor, currency: 'USD' }, '2026-01-01', rates);
          const back = toEuroCents({ minor: -minor, currency: 'USD' }, '2026-01-01', rates);
          if (!there.ok || !back.ok) return false;
          const twiceOff = 2n * (there.cents * 10n ** BigInt(scale) - minor * BigInt(digits));
          const unit = 10n ** BigInt(scale);
          return twiceOff <= unit && twiceOff >= -unit && there.cents === -back.cents;
        },
      ),
    );
  });
});
