import { applyEntry } from '../../../src/domain/credits/applyEntry';
import { countBalance } from '../../../src/domain/credits/grant';
import type { Book } from '../../../src/domain/credits/grant';
import { decideClawbacks } from '../../../src/domain/entitlement/decideClawbacks';
import { decideGrants } from '../../../src/domain/entitlement/decideGrants';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { buildFacts, buildGrant, buildLedgerView, NOW } from '../builders';

const earned = (step: number, remainingCredits = 1) =>
  buildGrant({ key: `grant:spend:1001:${step}`, remainingCredits });
const pack = buildGrant({ key: 'pack', source: 'pack', amountCredits: 5, remainingCredits: 5, isPaid: true });
const book = (...grants: Book['grants']): Book => ({ grants, debts: [] });

const clawBack = (spendCents: number, view: Parameters<typeof buildLedgerView>[1]) =>
  decideClawbacks(buildFacts({ spendCents }), buildLedgerView(0, view), DEFAULT_POLICY, NOW);

describe('decideClawbacks', () => {
  it.each([
    [30_000, []],
    [40_000, []],
    [29_999, ['clawback:spend:1001:3:0']],
    [10_000, ['clawback:spend:1001:3:0', 'clawback:spend:1001:2:0']],
    [-700, ['clawback:spend:1001:3:0', 'clawback:spend:1001:2:0', 'clawback:spend:1001:1:0']],
  ])('R7: spend that falls to %i cents takes back, latest step first, %j', (spendCents, expected) => {
    const view = { book: book(earned(1), earned(2), earned(3)), spendGrantCount: 3 };
    expect(clawBack(spendCents, view).map(({ key }) => key)).toEqual(expected);
  });

  it('takes unspent earned credits, each once, and says which spend no longer carries them', () => {
    const clawbacks = clawBack(9_000, { book: book(earned(1), earned(2), pack), spendGrantCount: 2 });
    expect(clawbacks.map(({ allocations }) => allocations)).toEqual([
      [{ grantKey: 'grant:spend:1001:1', amountCredits: 1 }],
      [{ grantKey: 'grant:spend:1001:2', amountCredits: 1 }],
    ]);
    expect(clawbacks[0]).toMatchObject({
      amountCredits: 1,
      spendStep: 2,
      proof: { thresholdCents: 20_000, spendCents: 9_000 },
    });
  });

  it('never touches what was bought or given: what was spent already is left as a debt', () => {
    const before = book(earned(1, 0), pack, buildGrant({ key: 'gift', source: 'goodwill' }));
    const clawbacks = clawBack(0, { book: before, spendGrantCount: 1 });
    expect(clawbacks.map(({ allocations }) => allocations)).toEqual([[]]);
    const after = clawbacks.reduce(applyEntry, before);
    expect(after.grants).toEqual(before.grants);
    expect(after.debts).toEqual([{ entryKey: 'clawback:spend:1001:1:0', amountCredits: 1 }]);
  });

  it('goes below zero whatever overdraft the policy allows', () => {
    const before = book(earned(1, 0));
    const after = clawBack(0, { book: before, spendGrantCount: 1 }).reduce(applyEntry, before);
    expect(countBalance(after)).toBe(-1);
  });

  it('takes nothing for a fall that is not believed yet, and at once what returned money lowers', () => {
    const view = buildLedgerView(0, { book: book(earned(1), earned(2), earned(3)), spendGrantCount: 3 });
    const returned = { loweredCents: 10_000, payments: [{ id: '6', why: 'refund' as const }] };
    const fall = { fallenCents: 20_000, since: NOW };
    const takeBack = (facts: Parameters<typeof buildFacts>[0]) =>
      decideClawbacks(buildFacts(facts), view, DEFAULT_POLICY, NOW).map(({ spendStep }) => spendStep);
    expect(takeBack({ spendCents: 10_000, fall })).toEqual([]);
    expect(takeBack({ spendCents: 0, fall, returned })).toEqual([3]);
    expect(takeBack({ spendCents: 10_000 })).toEqual([3, 2]);
  });

  it('takes 500 at most, and the rest at the next look', () => {
    const grants = Array.from({ length: 1_200 }, (_, index) => earned(index + 1));
    let left = book(...grants);
    const counts = [1_200, 700, 200, 0].map((spendGrantCount) => {
      const clawbacks = clawBack(0, { book: left, spendGrantCount });
      left = clawbacks.reduce(applyEntry, left);
      return clawbacks.length;
    });
    expect(counts).toEqual([500, 500, 200, 0]);
    expect(countBalance(left)).toBe(0);
    expect(left.debts).toEqual([]);
  });

  it('falls a second time under a key of its own', () => {
    const view = { book: book(earned(1)), spendGrantCount: 1, spendClawbacks: [{ step: 1, times: 1 }] };
    expect(clawBack(0, view).map(({ key }) => key)).toEqual(['clawback:spend:1001:1:1']);
  });

  it.each([
    [1, 'grant:spend:1001:1:again1'],
    [2, 'grant:spend:1001:1:again2'],
  ])('earned again after %i falls is another grant, and repays the debt first', (times, key) => {
    const debts = [{ entryKey: 'clawback:spend:1001:1:0', amountCredits: 1 }];
    const ledger = buildLedgerView(0, { debts, spendClawbacks: [{ step: 1, times }] });
    const grants = decideGrants(buildFacts({ spendCents: 10_000 }), ledger, DEFAULT_POLICY, NOW);
    expect(grants).toEqual([expect.objectContaining({ key, repays: debts })]);
  });

  it('takes back nothing from the account of another client', () => {
    const view = { book: book(earned(1)), spendGrantCount: 1, billingAccountId: '2002' };
    expect(clawBack(0, view)).toEqual([]);
  });
});
