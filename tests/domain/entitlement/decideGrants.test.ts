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

  it('grants a long history of spend in parts, each going on where the one before it ended', () => {
    expect(grantKeys(100_000_000, 0)).toHaveLength(500);
    expect(grantKeys(100_000_000, 500)[0]).toBe('grant:spend:1001:501');
    expect(grantKeys(100_000_000, 9_900)).toHaveLength(100);
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

  it('R7: says of each earned credit which expenses carried it, and grants it free and for ever', () => {
    const expenses = [
      { id: '1', chargedOn: '2026-01-05', spendCents: 8_000 },
      { id: '2', chargedOn: '2026-02-05', spendCents: 7_000 },
    ];
    const facts = buildFacts({ spendCents: 15_000, expenses });
    expect(decideGrants(facts, buildLedgerView(0), DEFAULT_POLICY, NOW)).toEqual([
      {
        kind: 'grant',
        key: 'grant:spend:1001:1',
        source: 'spend',
        amountCredits: 1,
        isPaid: false,
        effectiveAt: NOW,
        expiresAt: undefined,
        repays: [],
        proof: { thresholdCents: 10_000, spendCents: 15_000, remainderCents: 5_000, expenseIds: ['1', '2'] },
        spendStep: 1,
        actor: { kind: 'rule' },
      },
    ]);
  });

  describe('a monthly pack', () => {
    const monthly = { pricelistId: '105', credits: 5, priceCents: 10_000, period: 'month' } as const;
    const policy = { ...DEFAULT_POLICY, packs: [monthly] };
    const facts = buildFacts({ packs: [buildPack({ boughtAt: '2026-10-31T08:00:00.000Z' })] });

    it('grants the month that stands, ending with it', () => {
      expect(decideGrants(facts, buildLedgerView(0), policy, '2026-12-01T00:00:00.000Z')).toEqual([
        expect.objectContaining({
          key: 'grant:pack:77:2026-11-30',
          amountCredits: 5,
          isPaid: true,
          effectiveAt: '2026-11-30T08:00:00.000Z',
          expiresAt: '2026-12-31T08:00:00.000Z',
        }),
      ]);
    });

    it('grants each month once', () => {
      const ledger = buildLedgerView(0, { grantedKeys: ['grant:pack:77:2026-10-31'] });
      expect(decideGrants(facts, ledger, policy, NOW)).toEqual([]);
      expect(decideGrants(facts, ledger, policy, '2026-12-01T00:00:00.000Z')).toHaveLength(1);
    });
  });

  it.each([
    [0, [], 0],
    [2, [], 1],
    [2, ['grant:welcome:1001'], 0],
    [2, ['grant:welcome:2002'], 1],
  ])(
    'welcomes a client once: with %i credits, granted before %j, %i grants',
    (welcomeCredits, grantedKeys, count) => {
      const policy = { ...DEFAULT_POLICY, welcomeCredits };
      const grants = decideGrants(buildFacts(), buildLedgerView(0, { grantedKeys }), policy, NOW);
      expect(grants).toHaveLength(count);
      for (const grant of grants) {
        expect(grant).toMatchObject({
          key: 'grant:welcome:1001',
          source: 'welcome',
          amountCredits: 2,
          isPaid: false,
        });
      }
    },
  );

  it('repays debts in turn: each grant only what those before it left', () => {
    const debts = [
      { entryKey: 'older', amountCredits: 1 },
      { entryKey: 'newer', amountCredits: 3 },
    ];
    const facts = buildFacts({ spendCents: 20_000, packs: [buildPack()] });
    const grants = decideGrants(facts, buildLedgerView(0, { debts }), DEFAULT_POLICY, NOW);
    expect(grants.map(({ repays }) => repays)).toEqual([
      [{ entryKey: 'older', amountCredits: 1 }],
      [{ entryKey: 'newer', amountCredits: 1 }],
      [{ entryKey: 'newer', amountCredits: 2 }],
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
