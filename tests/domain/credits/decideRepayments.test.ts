import { decideRepayments } from '../../../src/domain/credits/decideRepayments';

const debts = [
  { entryKey: 'older', amountCredits: 2 },
  { entryKey: 'newer', amountCredits: 3 },
];

describe('decideRepayments', () => {
  it.each([
    ['part of the oldest', 1, [['older', 1]]],
    ['the oldest exactly', 2, [['older', 2]]],
    [
      'the oldest and part of the next',
      4,
      [
        ['older', 2],
        ['newer', 2],
      ],
    ],
    [
      'everything, and keeps the rest',
      9,
      [
        ['older', 2],
        ['newer', 3],
      ],
    ],
  ] as const)('repays %s', (_, amountCredits, expected) => {
    expect(decideRepayments(debts, amountCredits)).toEqual(
      expected.map(([entryKey, repaid]) => ({ entryKey, amountCredits: repaid })),
    );
  });

  it('repays nothing when nothing is owed', () => {
    expect(decideRepayments([], 5)).toEqual([]);
  });
});
