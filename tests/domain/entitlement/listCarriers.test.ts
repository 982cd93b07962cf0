import fc from 'fast-check';
import type { Expense } from '../../../src/domain/accounts/accountFacts';
import { listCarriers } from '../../../src/domain/entitlement/listCarriers';

const STEP_CENTS = 100;

/** The definition, step by step: an expense carries what of the step it covers, until the step is reached. */
function listNaively(expenses: readonly Expense[], step: number): string[] {
  const [fromCents, toCents] = [(step - 1) * STEP_CENTS, step * STEP_CENTS];
  const ids: string[] = [];
  let countedCents = 0;
  for (const { id, spendCents } of expenses) {
    if (countedCents >= toCents) break;
    const before = countedCents;
    countedCents += spendCents;
    if (spendCents > 0 && before < toCents && countedCents > fromCents) ids.push(id);
  }
  return ids;
}

describe('listCarriers', () => {
  it('finds in one pass what the definition finds step by step, returned expenses included', () => {
    const amounts = fc.array(fc.integer({ min: -250, max: 350 }), { maxLength: 30 });
    fc.assert(
      fc.property(amounts, (cents) => {
        const expenses = cents.map((spendCents, index) => ({
          id: String(index).padStart(2, '0'),
          chargedOn: '2026-03-01',
          spendCents,
        }));
        const carriers = listCarriers({ expenses }, STEP_CENTS);
        for (let step = 1; step <= 60; step += 1) {
          expect((carriers.get(step) ?? []).map(({ id }) => id)).toEqual(listNaively(expenses, step));
        }
      }),
    );
  });
});
