import { countCentsToNextCredit } from '../../../src/domain/entitlement/countEarnedCredits';
import { decideGrants } from '../../../src/domain/entitlement/decideGrants';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { buildFacts, buildLedgerView, buildPack, NOW } from '../builders';

const grantKeys = (spendCents: number, spendGrantCount: number) =>
  decideGrants(buildFacts({ spendCents }), buildLedgerView(0, { spendGrantCount }), DEFAULT_POLICY, NOW).map(
    (grant) => grant.key,
  );

describe('decideGrants', () => {
  it.each([
    [0, 0, []],
    [9_999, 0, []],
    [10_000, 0, ['grant:spend:1001:1']],
    [24_300, 0, ['grant:spend:1001:1', 'grant:spend:1001:2']],
    [24_300, 1, ['grant:spend:1001:2']],
    [24_300, 2, []],
    [5_000, 2, []],
    [-500, 0, []],
  ])('R7: %i cents spent, %i granted before: grants %j', (spendCents, before, expected) => {
    expect(grantKeys(spendCents, before)).toEqual(expected);
  });

  it('R9: grants each pack once, by the credits of its price list', () => {
    const packs = [
      buildPack({ billingItemId: '77', pricelistId: '105' }),
      buildPack({ billingItemId: '78', pricelistId: '101' }),
    ];
    const ledger = buildLedgerView(0, { grantedKeys: ['grant:pack:78:lifetime'] });
    expect(decideGrants(buildFacts({ packs }), ledger, DEFAULT_POLICY, NOW)).toEqual([
      expect.objectContaining({
        key: 'grant:pack:77:lifetime',
        amountCredits: 5,
        isPaid: true,
        source: 'pack',
      }),
    ]);
  });

  it('grants nothing for a price list that the policy does not name', () => {
    const packs = [buildPack({ pricelistId: '999' })];
    expect(decideGrants(buildFacts({ packs }), buildLedgerView(0), DEFAULT_POLICY, NOW)).toEqual([]);
  });

  it('grants nothing into the account of another client', () => {
    const ledger = buildLedgerView(0, { billingAccountId: '2002' });
    expect(decideGrants(buildFacts({ spendCents: 50_000 }), ledger, DEFAULT_POLICY, NOW)).toEqual([]);
  });
});

describe('countCentsToNextCredit', () => {
  it.each([
    [0, 10_000],
    [6_300, 3_700],
    [9_999, 1],
    [10_000, 10_000],
    [-100, 10_000],
  ])('%i cents spent leaves %i cents', (spent, expected) => {
    expect(countCentsToNextCredit(spent, DEFAULT_POLICY)).toBe(expected);
  });
});
