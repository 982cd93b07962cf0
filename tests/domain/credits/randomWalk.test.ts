import fc from 'fast-check';
import { countBalance } from '../../../src/domain/credits/grant';
import { signedAmountOf } from '../../../src/domain/credits/newEntry';
import { mapTaken } from './memoryLedger';
import { decideDue, settle, startWalk, takeStep } from './randomWalk';
import type { Walk } from './randomWalk';
import { NEVER } from './referenceModel';
import { policies, steps } from './walkSteps';

const sumOf = (amounts: { amountCredits: number }[]) =>
  amounts.reduce((sum, { amountCredits }) => sum + amountCredits, 0);

describe('a random walk of an account', () => {
  it('keeps every invariant after every step, and equals the reference', () => {
    fc.assert(
      fc.property(policies, fc.array(steps, { maxLength: 80, size: 'max' }), (policy, path) => {
        const walk = startWalk(policy);
        settle(walk);
        for (const step of path) {
          takeStep(walk, step);
          expectSums(walk);
          expectAllocations(walk);
          expectReference(walk);
          expect(decideDue(walk)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The balance is the sum of the entries and of what is left less the debts; no lot is below zero or above its amount. */
function expectSums({ ledger, model }: Walk): void {
  const balance = countBalance(ledger.book);
  expect(ledger.entries.reduce((sum, entry) => sum + signedAmountOf(entry), 0)).toBe(balance);
  expect(model.countBalance()).toBe(balance);
  const broken = ledger.book.grants.filter(
    ({ remainingCredits, amountCredits }) => remainingCredits < 0 || remainingCredits > amountCredits,
  );
  expect(broken).toEqual([]);
}

/** What an entry took, with what was repaid since and what is still owed, is its amount; a refund mirrors its debit. */
function expectAllocations({ ledger }: Walk): void {
  const refunds = ledger.entries.filter((entry) => entry.kind === 'refund');
  const takenBy = mapTaken(ledger);
  const broken = ledger.entries.filter((entry) => {
    if (entry.kind !== 'debit' && entry.kind !== 'clawback' && entry.kind !== 'adjustment') return false;
    const taken = takenBy.get(entry.key) ?? [];
    const owed = ledger.book.debts.filter(({ entryKey }) => entryKey === entry.key);
    const [refund, ...more] = refunds.filter(({ debitKey }) => debitKey === entry.key);
    if (refund === undefined) return sumOf(taken) + sumOf(owed) !== entry.amountCredits;
    const isMirrored = JSON.stringify(refund.allocations) === JSON.stringify(taken);
    return !isMirrored || refund.amountCredits !== entry.amountCredits || owed.length > 0 || more.length > 0;
  });
  expect(broken).toEqual([]);
}

/** Lot by lot and debt by debt. */
function expectReference({ ledger, model }: Walk): void {
  const lots = ledger.book.grants.map(({ key, remainingCredits, expiresAt }) => ({
    key,
    left: remainingCredits,
    until: expiresAt ?? NEVER,
  }));
  expect(lots).toEqual(model.listLots());
  const owed = ledger.book.debts.flatMap(({ entryKey, amountCredits }) =>
    Array.from({ length: amountCredits }, () => entryKey),
  );
  expect(owed).toEqual(model.listOwed());
}
