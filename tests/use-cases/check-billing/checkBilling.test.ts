import type { AccountFacts } from '../../../src/domain/accounts/accountFacts';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';
import { toFinding } from '../../../src/domain/setup/finding';
import { say } from '../../../src/domain/setup/saying';
import type { BillingStep, Verdict } from '../../../src/domain/setup/steps';
import { checkBilling } from '../../../src/use-cases/check-billing/checkBilling';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { BillingFinding, BillingInspection } from '../../../src/use-cases/ports/billingInspection';
import type { ClientMatch } from '../../../src/use-cases/ports/billingSource';
import { tell } from '../../helpers/tell';
import type { Told } from '../../helpers/tell';
import { buildFacts } from './buildFacts';

const good = (step: BillingStep): BillingFinding => toFinding(step, 'good', say('groups_good'));
const problem = (step: BillingStep): BillingFinding =>
  toFinding(step, 'problem', say('way_open'), say('way_write_https'));
const down = () => new AdapterError('Billing is away', { code: 'billing_unreachable', retry: true });

/** An inspection in which everything is well, but for what a test changes. */
const buildInspection = (changes: Partial<BillingInspection> = {}): BillingInspection => ({
  entry: (['reach', 'certificate', 'login'] as const).map((step) => ({
    step,
    look: async () => [good(step)],
  })),
  async *lookAtLists() {
    yield good('rights');
  },
  sampleCharges: async () => ({ currencies: [], unreadableCount: 0 }),
  sampleSoldPricelists: async () => [],
  readAnyAccountId: async () => '1001',
  ...changes,
});

async function check(
  given: {
    inspection?: Partial<BillingInspection>;
    match?: ClientMatch;
    facts?: AccountFacts | undefined;
    policy?: Partial<Policy>;
    email?: string;
  } = {},
): Promise<Told<BillingStep>[]> {
  const { match = { kind: 'one', billingAccountId: '1001' } } = given;
  const billing = {
    readClient: async () => match,
    readAccountFacts: async () => ('facts' in given ? given.facts : buildFacts()),
  };
  const inspection = buildInspection(given.inspection);
  const deps = { inspection, billing, policy: { ...DEFAULT_POLICY, ...given.policy } };
  const findings: Told<BillingStep>[] = [];
  for await (const finding of checkBilling(deps, given.email)) findings.push(tell(finding));
  return findings;
}

const of = (step: BillingStep, findings: Told<BillingStep>[]) =>
  findings.filter((finding) => finding.step === step);

describe('checkBilling', () => {
  it('takes every step in order', async () => {
    const steps = (await check()).map(({ step }) => step);
    expect([...new Set(steps)]).toEqual([
      'reach',
      'certificate',
      'login',
      'rights',
      'currencies',
      'packs',
      'client',
    ]);
  });

  it('stops at the first problem of the way in, and says what was not looked at', async () => {
    const isAsked = jest.fn();
    const entry = [
      { step: 'reach' as const, look: async () => [good('reach')] },
      { step: 'certificate' as const, look: async () => [problem('certificate')] },
      { step: 'login' as const, look: async () => (isAsked(), [good('login')]) },
    ];
    const findings = await check({ inspection: { entry } });
    expect(findings.map(({ step, verdict }) => [step, verdict])).toEqual([
      ['reach', 'good'],
      ['certificate', 'problem'],
      ...['login', 'rights', 'columns', 'filters', 'currencies', 'packs', 'client'].map((step) => [
        step,
        'skipped',
      ]),
    ]);
    expect(isAsked).not.toHaveBeenCalled();
  });

  it('makes a finding of billing that goes down in the middle, and goes on', async () => {
    const findings = await check({
      inspection: {
        lookAtLists: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(down()) }) }),
        sampleCharges: () => Promise.reject(down()),
      },
    });
    expect(of('rights', findings)).toEqual([
      { step: 'rights', verdict: 'problem', found: 'Billing is away.' },
    ]);
    expect(of('currencies', findings)).toMatchObject([{ verdict: 'problem' }]);
    expect(of('client', findings)).toMatchObject([{ verdict: 'good' }]);
  });

  it('does not hide a defect of its own', async () => {
    await expect(
      check({ inspection: { sampleCharges: () => Promise.reject(new TypeError('x')) } }),
    ).rejects.toThrow(TypeError);
  });
});

describe('currencies', () => {
  const usd = { currency: 'USD', firstDay: '2026-01-05', lastDay: '2026-06-01', chargeCount: 12 };
  const judge = async (rates: { currency: string; from: string; rate: string }[], currency = usd) => {
    const sampleCharges = async () => ({ currencies: [currency], unreadableCount: 0 });
    const spend = { ...DEFAULT_POLICY.spend, rates };
    return of('currencies', await check({ inspection: { sampleCharges }, policy: { spend } }))[0];
  };

  it('need no rate for EUR', async () => {
    expect(await judge([], { ...usd, currency: 'EUR' })).toMatchObject({ verdict: 'good' });
  });

  it('are well with a rate since the first charge', async () => {
    expect(await judge([{ currency: 'USD', from: '2026-01-05', rate: '0.9' }])).toMatchObject({
      verdict: 'good',
    });
  });

  it.each([
    ['there is none', []],
    ['there is one for another currency', [{ currency: 'RUB', from: '2020-01-01', rate: '0.01' }]],
    ['it begins after the first charge', [{ currency: 'USD', from: '2026-01-06', rate: '0.9' }]],
  ])('are a problem when a rate is needed and %s', async (_what, rates) => {
    const finding = await judge(rates);
    expect(finding).toMatchObject({ verdict: 'problem' });
    expect(finding?.change).toContain('"currency": "USD", "from": "2026-01-05"');
  });

  it('are a problem where amounts cannot be read', async () => {
    const sampleCharges = async () => ({ currencies: [], unreadableCount: 3 });
    const [finding] = of('currencies', await check({ inspection: { sampleCharges } }));
    expect(finding).toMatchObject({ verdict: 'problem' });
    expect(finding?.found).toMatch(/: 3\.$/);
  });

  it('are not judged where charges are not shown', async () => {
    const findings = await check({ inspection: { sampleCharges: async () => undefined } });
    expect(of('currencies', findings)).toMatchObject([{ verdict: 'skipped' }]);
  });
});

describe('packs', () => {
  const judge = async (shownAs: string, pricelistId = shownAs) => {
    const sampleSoldPricelists = async () => [{ shownAs, pricelistId, packCount: 2 }];
    return of('packs', await check({ inspection: { sampleSoldPricelists } }));
  };

  it('are well when the policy knows their price list', async () => {
    expect((await judge('105'))[0]?.found).toBe('Price list «105», packs seen: 2; credits each: 5.');
    expect((await judge('Five', '105'))[0]?.found).toBe(
      'Price list «Five» (105), packs seen: 2; credits each: 5.',
    );
  });

  it('are a problem when it does not: nobody would get the credits', async () => {
    const [finding] = await judge('Support 5');
    expect(finding).toMatchObject({ verdict: 'problem' });
    expect(finding?.change).toContain('billing.pricelists: {"Support 5": "<id>"}');
  });

  it('of the policy that nobody bought are noted', async () => {
    expect((await judge('105'))[1]?.found).toContain('1 (price list 101), 30 (price list 130)');
  });
});

describe('a client', () => {
  it('is shown with figures to compare when the operator names one', async () => {
    const [finding] = of('client', await check({ email: 'anna@client.test' }));
    expect(finding).toMatchObject({ verdict: 'good' });
    expect(finding?.found).toBe(
      'Account 1001, «Anna Smith»; spend EUR 243.05, credits earned by it: 2; partner (Gold); active packs: 2 of price list 101.',
    );
  });

  it('is not shown when nobody is named: only that one was read', async () => {
    const findings = await check();
    expect(of('client', findings)[0]).toMatchObject({ verdict: 'good' });
    for (const secret of ['1001', 'Anna', '243', 'Gold'])
      expect(JSON.stringify(findings)).not.toContain(secret);
  });

  it.each<[string, Parameters<typeof check>[0], Verdict]>([
    ['nobody has the e-mail', { email: 'a@b.test', match: { kind: 'none' } }, 'problem'],
    ['several accounts have the e-mail', { email: 'a@b.test', match: { kind: 'several' } }, 'note'],
    ['the account is not shown', { email: 'a@b.test', facts: undefined }, 'problem'],
    ['there is no client yet', { inspection: { readAnyAccountId: async () => undefined } }, 'note'],
  ])('is told apart when %s', async (_what, given, verdict) => {
    expect(of('client', await check(given))).toMatchObject([{ verdict }]);
  });
});
