import fc from 'fast-check';
import type { Charge } from '../../../src/domain/accounts/charge';
import { buildSpendTally } from '../../../src/domain/accounts/buildSpendTally';
import type { Payment } from '../../../src/domain/accounts/payment';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';

let nextId = 1;
beforeEach(() => {
  nextId = 1;
});

const charge = (grossMinor: bigint, overrides: Partial<Charge> = {}): Charge => ({
  id: `e${nextId++}`,
  chargedOn: '2026-03-01',
  currency: 'EUR',
  grossMinor,
  taxMinor: 0n,
  isForProduct: true,
  ...overrides,
});
const pay = (amountMinor: bigint, overrides: Partial<Payment> = {}): Payment => {
  const id = `p${nextId++}`;
  return { id, number: id, state: 'kept', currency: 'EUR', amountMinor, refundOf: undefined, ...overrides };
};
const refund = (amountMinor: bigint, refundOf: string) => pay(amountMinor, { state: 'refund', refundOf });

const count = (charges: Charge[], payments: Payment[], rules: Partial<Policy['spend']> = {}) => {
  const tally = buildSpendTally({ ...DEFAULT_POLICY.spend, ...rules });
  for (const each of charges) expect(tally.add(each)).toBeUndefined();
  return tally.total(payments);
};

describe('buildSpendTally', () => {
  it('is what was charged for products, net of tax or gross as the policy says, without packs', () => {
    const charges = [
      charge(11_900n, { taxMinor: 1_900n }),
      charge(3_000n, { isForProduct: false }),
      charge(-500n),
    ];
    expect(count(charges, [])).toMatchObject({ spendCents: 9_500, returned: undefined });
    expect(count(charges, [], { basis: 'gross' }).spendCents).toBe(11_400);
    expect(count(charges, []).expenses).toEqual([
      { id: 'e1', chargedOn: '2026-03-01', spendCents: 10_000 },
      { id: 'e3', chargedOn: '2026-03-01', spendCents: -500 },
    ]);
  });

  it('converts each charge at the rate of its day, and keeps the rate with it', () => {
    const [old, young] = [
      { currency: 'USD', from: '2026-01-01', rate: '0.9215' },
      { currency: 'USD', from: '2026-03-01', rate: '0.9' },
    ];
    const dollars = { currency: 'USD' };
    const charges = [charge(10_000n, { ...dollars, chargedOn: '2026-02-28' }), charge(10_000n, dollars)];
    const spend = count(charges, [], { rates: [young!, old!] });
    expect(spend.spendCents).toBe(18_215);
    expect(spend.expenses.map(({ rate }) => rate)).toEqual([old, young]);
  });

  it('names the currency and the day for which there is no rate', () => {
    const tally = buildSpendTally(DEFAULT_POLICY.spend);
    const missing = { reason: 'no_rate', currency: 'USD', day: '2026-03-01' };
    expect(tally.add(charge(100n, { currency: 'USD' }))).toEqual(missing);
    expect(tally.total([])).toEqual({ spendCents: 0, expenses: [], returned: undefined });
  });

  it('needs no rate for packs and payments', () => {
    const charges = [charge(3_000n, { currency: 'USD', isForProduct: false })];
    expect(count(charges, [pay(3_000n, { currency: 'USD', state: 'returned' })]).spendCents).toBe(0);
  });
});

describe('R7: money that went back', () => {
  it.each([
    ['was returned in full', 'returned'],
    ['is about to be returned', 'return_pending'],
    ['was fraud', 'fraudulent'],
  ] as const)('lowers the spend that it paid, and is named: a payment that %s', (_, state) => {
    const payments = [pay(11_900n), pay(23_800n, { state })];
    const charges = [11_900n, 23_800n].map((gross) => charge(gross, { taxMinor: (gross * 19n) / 119n }));
    expect(count(charges, payments)).toMatchObject({
      spendCents: 10_000,
      returned: { loweredCents: 20_000, payments: [{ id: 'p2', why: state }] },
    });
  });

  it('lowers it by the part that was refunded, without the tax in it', () => {
    const payments = [pay(11_900n, { number: '77' }), refund(5_950n, '77')];
    expect(count([charge(11_900n, { taxMinor: 1_900n })], payments).spendCents).toBe(5_000);
    expect(count([charge(11_900n, { taxMinor: 1_900n })], payments, { basis: 'gross' }).spendCents).toBe(
      5_950,
    );
  });

  it('lowers it at the rates at which it was charged, whatever the rate since', () => {
    const dollars = { currency: 'USD' };
    const rates = [
      { currency: 'USD', from: '2026-01-01', rate: '0.8' },
      { currency: 'USD', from: '2026-06-01', rate: '1.2' },
    ];
    const charges = [charge(10_000n, dollars), charge(10_000n, { ...dollars, chargedOn: '2026-07-01' })];
    const payments = [pay(10_000n, dollars), pay(10_000n, { ...dollars, state: 'returned' })];
    expect(count(charges, payments, { rates }).spendCents).toBe(10_000);
    expect(count(charges, [pay(20_000n, { ...dollars, state: 'returned' })], { rates }).spendCents).toBe(0);
  });

  it.each<[string, Charge[], Payment[]]>([
    ['a top-up that paid for nothing yet', [charge(10_000n)], [pay(50_000n), refund(40_000n, 'x')]],
    [
      'a return whose charge was deleted as well',
      [charge(10_000n)],
      [pay(10_000n), pay(5_000n, { state: 'returned' })],
    ],
    [
      'a return that was paid a second time',
      [charge(10_000n)],
      [pay(10_000n, { state: 'fraudulent' }), pay(10_000n)],
    ],
    ['a charge that is not paid yet', [charge(10_000n)], []],
    ['money in another currency', [charge(10_000n)], [pay(10_000n, { currency: 'USD', state: 'returned' })]],
  ])('lowers nothing for %s', (_, charges, payments) => {
    expect(count(charges, payments)).toMatchObject({ spendCents: 10_000, returned: undefined });
  });

  it('counts a refund of a payment that went back as a whole once', () => {
    const payments = [pay(10_000n), pay(10_000n, { number: '9', state: 'returned' }), refund(10_000n, '9')];
    expect(count([charge(10_000n), charge(10_000n)], payments)).toMatchObject({
      spendCents: 10_000,
      returned: { loweredCents: 10_000, payments: [{ id: 'p2', why: 'returned' }] },
    });
  });

  it('never lowers by more than went back, nor below nothing, and never raises', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 9n });
    const states = fc.constantFrom<Payment['state']>(
      'kept',
      'returned',
      'fraudulent',
      'return_pending',
      'refund',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cents, fc.boolean())),
        fc.array(fc.tuple(cents, states)),
        (charged, paid) => {
          const charges = charged.map(([gross, isForProduct]) => charge(gross, { isForProduct }));
          const payments = paid.map(([amount, state]) => pay(amount, { state }));
          const { spendCents, returned } = count(charges, payments);
          const before = count(charges, []).spendCents;
          const lowered = BigInt(before - spendCents);
          const back = paid.reduce((sum, [amount, state]) => (state === 'kept' ? sum : sum + amount), 0n);
          return (
            lowered >= 0n &&
            lowered <= back &&
            spendCents >= 0 &&
            Number(lowered) === (returned?.loweredCents ?? 0)
          );
        },
      ),
    );
  });
});
