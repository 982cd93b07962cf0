import { applyEntry } from '../../../src/domain/credits/applyEntry';
import { countBalance } from '../../../src/domain/credits/grant';
import type { Book } from '../../../src/domain/credits/grant';
import type { NewEntry } from '../../../src/domain/credits/newEntry';
import { signedAmountOf } from '../../../src/domain/credits/newEntry';
import { buildGrant, NOW } from '../builders';

const actor = { kind: 'rule' } as const;
const problem = { problemId: 'zt_7', ticketId: '7', actor };
const snapshot = { grade: 'linked', partnerLevel: undefined, spendCents: 0, billingReadAt: NOW } as const;
const LATER = '2027-01-01T00:00:00.000Z';

const book: Book = {
  grants: [
    buildGrant({ key: 'a', amountCredits: 5, remainingCredits: 3, expiresAt: NOW }),
    buildGrant({ key: 'b', amountCredits: 4, remainingCredits: 4 }),
  ],
  debts: [
    { entryKey: 'older', amountCredits: 1 },
    { entryKey: 'newer', amountCredits: 2 },
  ],
};

const from = (grantKey: string, amountCredits: number) => ({ grantKey, amountCredits });
const owed = (entryKey: string, amountCredits: number) => ({ entryKey, amountCredits });

/** Entry, what is left in the grants afterwards, and what is owed. */
const cases: [string, NewEntry, Record<string, number>, Record<string, number>][] = [
  [
    'a grant, which repays debts out of itself',
    {
      kind: 'grant',
      key: 'c',
      source: 'goodwill',
      amountCredits: 4,
      isPaid: false,
      effectiveAt: NOW,
      actor,
      expiresAt: undefined,
      repays: [owed('older', 1), owed('newer', 1)],
      proof: {},
      spendStep: undefined,
    },
    { a: 3, b: 4, c: 2 },
    { newer: 1 },
  ],
  [
    'a debit from two grants',
    {
      kind: 'debit',
      key: 'd',
      ...problem,
      amountCredits: 5,
      allocations: [from('a', 3), from('b', 2)],
      snapshot,
    },
    { a: 0, b: 2 },
    { older: 1, newer: 2 },
  ],
  [
    'a debit that the grants do not cover',
    { kind: 'debit', key: 'd', ...problem, amountCredits: 5, allocations: [from('a', 3)], snapshot },
    { a: 0, b: 4 },
    { older: 1, newer: 2, d: 2 },
  ],
  [
    'a waiver',
    { kind: 'waiver', key: 'w', ...problem, reason: 'partner', snapshot },
    { a: 3, b: 4 },
    { older: 1, newer: 2 },
  ],
  [
    'a refund, which forgives the debt of its debit',
    {
      kind: 'refund',
      key: 'r',
      debitKey: 'newer',
      ...problem,
      amountCredits: 4,
      reason: 'hotfix',
      allocations: [from('a', 2)],
      reopens: [{ grantKey: 'a', expiresAt: LATER }],
    },
    { a: 5, b: 4 },
    { older: 1 },
  ],
  [
    'an expiry',
    { kind: 'expiry', key: 'e', grantKey: 'a', amountCredits: 3 },
    { a: 0, b: 4 },
    { older: 1, newer: 2 },
  ],
  [
    'a clawback without a grant',
    { kind: 'clawback', key: 'k', amountCredits: 1, allocations: [], proof: {}, spendStep: 1 },
    { a: 3, b: 4 },
    { older: 1, newer: 2, k: 1 },
  ],
  [
    'a correction downwards',
    { kind: 'adjustment', key: 'j', amountCredits: 2, allocations: [from('b', 2)], proof: {}, actor },
    { a: 3, b: 2 },
    { older: 1, newer: 2 },
  ],
];

describe('applyEntry', () => {
  it.each(cases)('moves lots, debts and the balance by %s', (_, entry, left, debts) => {
    const before = structuredClone(book);
    const after = applyEntry(book, entry);
    expect(Object.fromEntries(after.grants.map((each) => [each.key, each.remainingCredits]))).toEqual(left);
    expect(Object.fromEntries(after.debts.map((each) => [each.entryKey, each.amountCredits]))).toEqual(debts);
    expect(countBalance(after) - countBalance(book)).toBe(signedAmountOf(entry));
    expect(book).toEqual(before);
  });

  it('gives a grant that was opened again its new end, and no other', () => {
    const refund = cases.find(([, entry]) => entry.kind === 'refund')?.[1];
    if (refund === undefined) throw new Error('no refund among the cases');
    const ends = applyEntry(book, refund).grants.map(({ expiresAt }) => expiresAt);
    expect(ends).toEqual([LATER, undefined]);
  });
});
