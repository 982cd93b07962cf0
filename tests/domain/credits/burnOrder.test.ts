import fc from 'fast-check';
import { allocate, countUsableCredits } from '../../../src/domain/credits/allocate';
import { compareBurnOrder } from '../../../src/domain/credits/burnOrder';
import { buildGrant, NOW } from '../builders';

const SOON = '2026-12-01T00:00:00.000Z';

describe('compareBurnOrder', () => {
  it.each([
    [
      'soonest expiry before later and never',
      [{ key: 'c' }, { key: 'b', expiresAt: '2027-01-01T00:00:00.000Z' }, { key: 'a', expiresAt: SOON }],
      'abc',
    ],
    [
      'free before paid',
      [
        { key: 'a', isPaid: true },
        { key: 'b', isPaid: false },
      ],
      'ba',
    ],
    [
      'oldest first',
      [
        { key: 'a', effectiveAt: '2026-02-01T00:00:00.000Z' },
        { key: 'b', effectiveAt: '2026-01-01T00:00:00.000Z' },
      ],
      'ba',
    ],
    ['key last', [{ key: 'b' }, { key: 'a' }], 'ab'],
    [
      'expiry outweighs free',
      [
        { key: 'a', isPaid: false },
        { key: 'b', isPaid: true, expiresAt: SOON },
      ],
      'ba',
    ],
  ])('orders %s', (_, grants, expected) => {
    const ordered = grants.map((grant) => buildGrant(grant)).sort(compareBurnOrder);
    expect(ordered.map((grant) => grant.key).join('')).toBe(expected);
  });
});

const grants = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 4 }),
    amount: fc.integer({ min: 1, max: 5 }),
    isPaid: fc.boolean(),
    expiresAt: fc.constantFrom(undefined, SOON, '2026-11-01T00:00:00.000Z', NOW),
    effectiveAt: fc.constantFrom(
      '2026-01-01T00:00:00.000Z',
      '2026-06-01T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ),
  }),
  { selector: (grant) => grant.key, maxLength: 8 },
);

describe('allocate', () => {
  it('takes exactly what is asked or all that is usable, never more than a grant holds, in any order of input', () => {
    fc.assert(
      fc.property(grants, fc.integer({ min: 1, max: 12 }), (specs, amount) => {
        const lots = specs.map(({ amount: credits, ...rest }) =>
          buildGrant({ ...rest, amountCredits: credits, remainingCredits: credits }),
        );
        const taken = allocate(lots, amount, NOW);
        const sum = taken.reduce((total, each) => total + each.amountCredits, 0);
        expect(sum).toBe(Math.min(amount, countUsableCredits(lots, NOW)));
        for (const each of taken) {
          const lot = lots.find((grant) => grant.key === each.grantKey)!;
          expect(each.amountCredits).toBeGreaterThan(0);
          expect(each.amountCredits).toBeLessThanOrEqual(lot.remainingCredits);
          expect(lot.expiresAt === undefined || lot.expiresAt > NOW).toBe(true);
          expect(lot.effectiveAt <= NOW).toBe(true);
        }
        expect(allocate([...lots].reverse(), amount, NOW)).toEqual(taken);
      }),
    );
  });
});
