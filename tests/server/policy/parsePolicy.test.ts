import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { ConfigError } from '../../../src/server/config';
import { loadPolicy } from '../../../src/server/policy/loadPolicy';
import { parsePolicy } from '../../../src/server/policy/parsePolicy';

const parse = (file: unknown) => parsePolicy(JSON.stringify(file));

function readProblems(file: unknown): readonly string[] {
  try {
    parse(file);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('parsePolicy', () => {
  it('is the published rules when the file says nothing', () => {
    expect(parse({})).toEqual(DEFAULT_POLICY);
  });

  it('keeps the other switches when one is given', () => {
    const policy = parse({
      refundReasons: { goodwill: { groupIds: ['360'] } },
      billing: { chargeMaxAgeSeconds: 300 },
    });
    expect(policy).toEqual({
      ...DEFAULT_POLICY,
      refundReasons: {
        ...DEFAULT_POLICY.refundReasons,
        goodwill: { ...DEFAULT_POLICY.refundReasons.goodwill, groupIds: ['360'] },
      },
      billing: { ...DEFAULT_POLICY.billing, chargeMaxAgeSeconds: 300 },
    });
  });

  it('takes packs as a whole', () => {
    const packs = [{ pricelistId: '7', credits: 1, priceCents: 900 }];
    expect(parse({ packs }).packs).toEqual([{ ...packs[0], period: 'lifetime' }]);
  });

  it('names every problem by the path of its key', () => {
    const problems = readProblems({
      spendCentsPerCredit: 0,
      overdraftCredits: -1,
      noteLanguage: 'de',
      buyUrl: 'javascript:alert(1)',
      refundReasons: { hotfix: 'yes' },
      packs: [{ pricelistId: '1', credits: 1.5, priceCents: 100 }],
    });
    const text = problems.join('\n');
    expect(problems).toHaveLength(6);
    for (const key of [
      'spendCentsPerCredit',
      'overdraftCredits',
      'noteLanguage',
      'buyUrl',
      'refundReasons',
      'packs',
    ]) {
      expect(text).toContain(key);
    }
  });

  it.each([
    ['overdraft', { overdraft: 1 }],
    ['customer_mood', { refundReasons: { customer_mood: true } }],
    ['maxSeconds', { billing: { maxSeconds: 60 } }],
  ])('refuses the unknown key %s by its name', (key, file) => {
    expect(readProblems(file).join('\n')).toContain(key);
  });

  it('refuses facts that are fresh, but too old to be charged on', () => {
    expect(readProblems({ billing: { freshSeconds: 61 } }).join()).toContain('billing.chargeMaxAgeSeconds');
    expect(parse({ billing: { freshSeconds: 0, chargeMaxAgeSeconds: 0 } }).billing.freshSeconds).toBe(0);
  });

  it('reads how spend is counted and what billing calls things', () => {
    const file = {
      spend: { rates: [{ currency: 'USD', from: '2026-01-01', rate: '0.9215' }], clawbackDelayHours: 0 },
      billing: {
        partnerGroupIds: ['5'],
        packKinds: ['paidsupport', 'incident'],
        pricelists: { 'Five incidents': '105' },
        accountFilter: 'client',
        columns: { accountId: ['owner'], paymentStatus: ['state', 'status'] },
      },
    };
    const policy = parse(file);
    expect(policy.spend).toEqual({ ...DEFAULT_POLICY.spend, ...file.spend });
    expect(policy.billing).toEqual({ ...DEFAULT_POLICY.billing, ...file.billing });
  });

  it('reads the hours of client care', () => {
    const careHours = { days: ['sat', 'sun'], to: '24:00' };
    expect(parse({ careHours }).careHours).toEqual({ ...DEFAULT_POLICY.careHours, ...careHours });
  });

  it.each([
    ['careHours.timeZone', { timeZone: 'Moscow' }],
    ['careHours.days', { days: ['mon', 'mon'] }],
    ['careHours.days.0', { days: ['monday'] }],
    ['careHours.from', { from: '24:00' }],
    ['careHours.to', { to: '7pm' }],
    ['careHours: Unrecognized key: "until"', { until: '19:00' }],
  ])('refuses hours of client care with a wrong %s', (key, careHours) => {
    expect(readProblems({ careHours }).join('\n')).toContain(`Policy key ${key}`);
  });

  const rate = { currency: 'USD', from: '2026-01-01', rate: '0.9215' };
  it.each([
    ['spend.basis', { spend: { basis: 'both' } }],
    ['spend.clawbackDelayHours', { spend: { clawbackDelayHours: -1 } }],
    ['spend.rates.0.rate', { spend: { rates: [{ ...rate, rate: 0.9215 }] } }],
    ['spend.rates.0.rate', { spend: { rates: [{ ...rate, rate: '0.00' }] } }],
    ['spend.rates.0.rate', { spend: { rates: [{ ...rate, rate: '-1' }] } }],
    ['spend.rates.0.from', { spend: { rates: [{ ...rate, from: '2026-02-31' }] } }],
    ['spend.rates.0.currency', { spend: { rates: [{ ...rate, currency: 'usd' }] } }],
    ['spend.rates.0.currency', { spend: { rates: [{ ...rate, currency: 'EUR' }] } }],
    ['spend.rates', { spend: { rates: [rate, { ...rate, rate: '1' }] } }],
    [
      'billing.columns: Unrecognized key: "expenseAmmount"',
      { billing: { columns: { expenseAmmount: ['sum'] } } },
    ],
    ['billing.columns.expenseAmount', { billing: { columns: { expenseAmount: [] } } }],
    ['billing.accountFilter', { billing: { accountFilter: '' } }],
  ])('names the key %s when it is no good', (key, file) => {
    expect(readProblems(file)).toEqual([expect.stringContaining(`Policy key ${key}`)]);
  });

  it('always charges who is linked', () => {
    expect(parse({ identity: { chargeGrades: ['linked'] } }).identity.chargeGrades).toEqual(['linked']);
    expect(readProblems({ identity: { chargeGrades: ['verified_email'] } }).join()).toContain(
      'identity.chargeGrades',
    );
  });

  it('refuses a price list that is sold twice', () => {
    const pack = { pricelistId: '1', credits: 1, priceCents: 100 };
    expect(readProblems({ packs: [pack, { ...pack, credits: 5, priceCents: 400 }] })).toHaveLength(1);
  });

  it.each(['', '{', 'null', '[]', '7'])('refuses a file that holds «%s»', (text) => {
    expect(() => parsePolicy(text)).toThrow(ConfigError);
  });
});

describe('policy.example.json', () => {
  it('shows the published rules, every key of them', () => {
    const text = readFileSync(join(__dirname, '../../../policy.example.json'), 'utf8');
    expect(parsePolicy(text)).toEqual(DEFAULT_POLICY);
    for (const key of Object.keys(DEFAULT_POLICY)) expect(text).toContain(`"${key}"`);
  });
});

describe('loadPolicy', () => {
  it('needs no file', async () => {
    const read = async () => {
      throw new Error('asked for a file');
    };
    expect(await loadPolicy(undefined, read)).toEqual(DEFAULT_POLICY);
  });

  it('says that the file of POLICY_FILE cannot be read', async () => {
    const read = async () => {
      throw new Error('ENOENT');
    };
    await expect(loadPolicy('/nowhere.json', read)).rejects.toThrow(/POLICY_FILE/);
  });
});
