import type { Expense } from '../../../src/domain/accounts/accountFacts';
import { listCarriers } from '../../../src/domain/entitlement/listCarriers';
import { proveSpendStep } from '../../../src/domain/entitlement/proveSpendStep';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { buildFacts } from '../builders';

const spent = (id: string, spendCents: number, chargedOn = '2026-03-01'): Expense => ({
  id,
  spendCents,
  chargedOn,
});

const prove = (expenses: Expense[], step: number) => {
  const spendCents = expenses.reduce((sum, each) => sum + each.spendCents, 0);
  const carriers = listCarriers({ expenses }, DEFAULT_POLICY.spendCentsPerCredit).get(step) ?? [];
  return proveSpendStep(buildFacts({ expenses, spendCents }), step, carriers, DEFAULT_POLICY);
};

describe('proveSpendStep', () => {
  const three = [spent('1', 6_000), spent('2', 9_000), spent('3', 7_500)];

  it.each([
    [1, ['1', '2'], 12_500],
    [2, ['2', '3'], 2_500],
  ])(
    'R7: names the expenses that carry credit %i, and what is left over',
    (step, expenseIds, remainderCents) => {
      expect(prove(three, step)).toEqual({
        thresholdCents: step * 10_000,
        spendCents: 22_500,
        remainderCents,
        expenseIds,
      });
    },
  );

  it('does not name an expense that ends exactly where the step begins, nor one that begins where it ends', () => {
    const exact = [spent('1', 10_000), spent('2', 10_000), spent('3', 10_000)];
    expect(prove(exact, 2).expenseIds).toEqual(['2']);
  });

  it('lets one large expense carry several credits', () => {
    const large = [spent('1', 35_000)];
    expect([1, 2, 3].map((step) => prove(large, step).expenseIds)).toEqual([['1'], ['1'], ['1']]);
  });

  it('counts by day, then by id, in whatever order billing lists them', () => {
    const listed = [spent('b', 5_000), spent('a', 5_000), spent('z', 5_000, '2026-02-28')];
    expect(prove(listed, 1).expenseIds).toEqual(['z', 'a']);
    expect(prove([...listed].reverse(), 1).expenseIds).toEqual(['z', 'a']);
  });

  it('does not name an expense of nothing', () => {
    expect(prove([spent('1', 5_000), spent('2', 0), spent('3', 5_000)], 1).expenseIds).toEqual(['1', '3']);
  });

  it('counts a returned expense down and does not name it', () => {
    const returned = [spent('1', 12_000), spent('2', -1_000), spent('3', 9_000)];
    expect(prove(returned, 2)).toMatchObject({ expenseIds: ['1', '3'], remainderCents: 0 });
  });

  it('is the sum alone when the expenses are not known', () => {
    const facts = buildFacts({ spendCents: 12_000 });
    expect(proveSpendStep(facts, 1, [], DEFAULT_POLICY)).toEqual({
      thresholdCents: 10_000,
      spendCents: 12_000,
      remainderCents: 2_000,
      expenseIds: [],
    });
  });
});
