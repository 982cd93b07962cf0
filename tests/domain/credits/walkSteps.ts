import fc from 'fast-check';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';

/** What can happen to an account; times in hours from now, backwards too. */
export type Step =
  | { kind: 'wait'; hours: number }
  | { kind: 'spend'; cents: number }
  | { kind: 'buy'; pricelistId: 'once' | 'monthly'; paidHours: number | undefined }
  | { kind: 'gift'; credits: number; fromHours: number; untilHours: number | undefined; isPaid: boolean }
  | { kind: 'charge'; ticketId: string; isPartner: boolean }
  | { kind: 'refund'; ticketId: string }
  | { kind: 'adjust'; credits: number; isDebtAllowed: boolean };

const ticketId = fc.constantFrom('1', '2', '3', '4');

/** Waits are long enough to pass the ends of lots, and some land on them to the millisecond. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait'), hours: fc.integer({ min: -30, max: 40 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait'), hours: fc.integer({ min: -900, max: 1_500 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('spend'), cents: fc.integer({ min: -500, max: 45_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('buy'),
      pricelistId: fc.constantFrom('once', 'monthly'),
      paidHours: fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: undefined }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('gift'),
      credits: fc.integer({ min: 1, max: 3 }),
      fromHours: fc.constantFrom(-1, 0, 0, 20),
      untilHours: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      isPaid: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('charge'),
      ticketId,
      isPartner: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('refund'), ticketId }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('adjust'),
      credits: fc.integer({ min: 1, max: 3 }),
      isDebtAllowed: fc.boolean(),
    }),
  },
);

export const policies: fc.Arbitrary<Policy> = fc
  .record({
    overdraftCredits: fc.constantFrom(0, 0, 1, 2),
    welcomeCredits: fc.constantFrom(0, 2),
    refundGraceDays: fc.constantFrom(0, 1, 30),
  })
  .map((numbers) => ({
    ...DEFAULT_POLICY,
    ...numbers,
    packs: [
      { pricelistId: 'once', credits: 3, priceCents: 100, period: 'lifetime' },
      { pricelistId: 'monthly', credits: 2, priceCents: 100, period: 'month' },
    ],
  }));
