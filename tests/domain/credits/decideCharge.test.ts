import { applyEntry } from '../../../src/domain/credits/applyEntry';
import { decideCharge } from '../../../src/domain/credits/decideCharge';
import { decideExpiries } from '../../../src/domain/credits/decideExpiries';
import type { Book, Debt, Grant } from '../../../src/domain/credits/grant';
import { buildDecision, buildGrant, buildLedgerView, buildReading, NOW } from '../builders';

const BEFORE = '2026-11-22T11:59:59.999Z';
const AFTER = '2026-11-22T12:00:00.001Z';

const lot = (key: string, overrides: Partial<Grant> = {}) =>
  buildGrant({ key, source: 'goodwill', ...overrides });
const owed = (amountCredits: number): Debt[] => [{ entryKey: 'debit:zt_1:0', amountCredits }];

function charge(book: Book, overdraftCredits = 0) {
  const reading = buildReading({ spendCents: 12_300 });
  if (reading.kind !== 'client') throw new Error('not a client');
  const facts = buildDecision({
    reading,
    ledger: buildLedgerView(0, { book }),
    policy: { overdraftCredits },
  });
  return decideCharge(facts, reading, { kind: 'rule' });
}

/** Which grant the credit came from; `debt` when from none, `held` when refused. */
function describeCharge(book: Book, overdraftCredits = 0): string {
  const decision = charge(book, overdraftCredits);
  if (!decision.ok) return 'held';
  return (decision.value.kind === 'debit' && decision.value.allocations[0]?.grantKey) || 'debt';
}

describe('decideCharge', () => {
  it.each([
    ['a grant that ends in a millisecond', [lot('a', { expiresAt: AFTER })], 'a'],
    ['a grant that ends at this very instant', [lot('a', { expiresAt: NOW })], 'held'],
    ['a grant that ended', [lot('a', { expiresAt: BEFORE })], 'held'],
    ['a grant effective since this very instant', [lot('a', { effectiveAt: NOW })], 'a'],
    ['a grant effective in a millisecond', [lot('a', { effectiveAt: AFTER })], 'held'],
    ['an empty grant', [lot('a', { remainingCredits: 0 })], 'held'],
    ['a bought and a given grant: the given one', [lot('a', { isPaid: true }), lot('b')], 'b'],
    [
      'one that ends and one that does not: the one that ends',
      [lot('a'), lot('b', { expiresAt: AFTER })],
      'b',
    ],
  ])('takes from %s', (_, grants, expected) => {
    expect(describeCharge({ grants, debts: [] })).toBe(expected);
  });

  it('takes a credit or the credit ends, never both, when a debit meets an expiry', () => {
    const grants = [lot('a', { expiresAt: NOW })];
    const book = decideExpiries(grants, NOW).reduce(applyEntry, { grants, debts: [] });
    expect(book.grants[0]?.remainingCredits).toBe(0);
    expect(describeCharge(book)).toBe('held');
  });

  it.each([
    // usable, later, owed, overdraft, expected
    [1, 0, 0, 0, 'usable'],
    [2, 0, 1, 0, 'usable'],
    [1, 0, 1, 0, 'held'],
    [1, 0, 1, 1, 'usable'],
    [0, 0, 0, 1, 'debt'],
    [0, 0, 1, 1, 'held'],
    [0, 0, 1, 2, 'debt'],
    [0, 5, 0, 0, 'held'],
    [0, 5, 1, 1, 'held'],
    [3, 5, 3, 0, 'held'],
  ])(
    'R12: with %i usable, %i usable later, %i owed and an overdraft of %i: %s',
    (usable, later, debt, overdraft, expected) => {
      const grants = [
        lot('usable', { amountCredits: 9, remainingCredits: usable }),
        lot('later', { amountCredits: 9, remainingCredits: later, effectiveAt: AFTER }),
      ];
      expect(describeCharge({ grants, debts: debt === 0 ? [] : owed(debt) }, overdraft)).toBe(expected);
    },
  );

  it('R12: stops at the overdraft however often it is asked, though a grant that starts later holds more', () => {
    let book: Book = {
      grants: [lot('later', { amountCredits: 9, remainingCredits: 9, effectiveAt: AFTER })],
      debts: [],
    };
    let debits = 0;
    for (let asked = 0; asked < 5; asked += 1) {
      const decision = charge(book, 2);
      if (!decision.ok) continue;
      book = applyEntry(book, { ...decision.value, key: `debit:${asked}` });
      debits += 1;
    }
    expect(debits).toBe(2);
  });

  it('freezes what was known of the client with the debit', () => {
    expect(charge({ grants: [lot('a')], debts: [] })).toMatchObject({
      value: {
        snapshot: {
          grade: 'verified_email',
          partnerLevel: undefined,
          spendCents: 12_300,
          billingReadAt: NOW,
        },
      },
    });
  });
});
