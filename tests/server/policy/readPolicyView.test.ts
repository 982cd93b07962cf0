import { POLICY_KEYS, POLICY_PROBLEMS, policyViewSchema } from '../../../src/contract/policyView';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { parsePolicy } from '../../../src/server/policy/parsePolicy';
import { readPolicyView } from '../../../src/server/policy/readPolicyView';

const READ_AT = '2026-11-22T10:00:00.000Z';
const inForce = parsePolicy(
  JSON.stringify({ overdraftCredits: 2, refundReasons: { goodwill: { freePerDay: 3 } } }),
);

/** The view where the file says this now; a string stands there as it is. */
async function read(file: unknown, policyFile: string | null = '/policy.json') {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const view = await readPolicyView({
    policy: inForce,
    policyReadAt: READ_AT,
    policyFile: policyFile ?? undefined,
    readPolicyText: async (path) => (path === '/policy.json' ? text : Promise.reject(new Error('ENOENT'))),
  });
  expect(policyViewSchema.safeParse(view).error).toBeUndefined();
  return view;
}

async function readProblems(file: unknown) {
  const { file: seen } = await read(file);
  return seen.state === 'broken' ? seen.problems : [];
}

/** The path of each single value. */
function toPaths(value: unknown, path = ''): string[] {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return [path];
  if (Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, held]) => toPaths(held, path === '' ? key : `${path}.${key}`));
}

describe('readPolicyView', () => {
  it('has a place for every key of the policy, and for no other', () => {
    const stems = toPaths(DEFAULT_POLICY).map((path) => path.replace(/^(refundReasons\.\w+)\..*/, '$1'));
    expect(new Set(stems)).toEqual(new Set(POLICY_KEYS));
  });

  it('tells what is in force, since when, and where it differs from the published rules', async () => {
    const view = await read({}, null);
    expect(view).toEqual({
      policy: inForce,
      standard: DEFAULT_POLICY,
      differences: ['overdraftCredits', 'refundReasons.goodwill'],
      readAt: READ_AT,
      file: { state: 'none' },
    });
  });

  it('tells what its file says now', async () => {
    const same = { refundReasons: { goodwill: { freePerDay: 3 } }, overdraftCredits: 2 };
    expect((await read(same)).file).toEqual({ state: 'same' });
    expect((await read(same, '/gone.json')).file).toEqual({ state: 'unreadable' });
    const { file } = await read({ ...same, overdraftCredits: 0, careHours: { to: '20:00' } });
    expect(file).toMatchObject({
      state: 'other',
      changes: ['overdraftCredits', 'careHours.to'],
      policy: { overdraftCredits: 0 },
    });
  });

  it('goes on with what is in force while the file is broken', async () => {
    const view = await read('{ "overdraftCredits": 5');
    expect(view.file).toEqual({
      state: 'broken',
      problems: [{ key: '', code: 'not_json', values: [] }],
      isCut: false,
    });
    expect(view.policy).toBe(inForce);
  });

  const rate = { currency: 'USD', from: '2026-01-01', rate: '0.9215' };
  it.each([
    [[], '', 'not_object', []],
    [{ overdraft: 1 }, 'overdraft', 'unknown_key', []],
    [{ refundReasons: { mood: {} } }, 'refundReasons.mood', 'unknown_key', []],
    [{ packs: [{ pricelistId: '1', priceCents: 100 }] }, 'packs.0.credits', 'missing', []],
    [{ overdraftCredits: 1.5 }, 'overdraftCredits', 'not_whole_number', []],
    [{ overdraftCredits: '1' }, 'overdraftCredits', 'not_whole_number', []],
    [{ billing: { accountFilter: 5 } }, 'billing.accountFilter', 'not_text', []],
    [{ isPartnerWaived: 'yes' }, 'isPartnerWaived', 'not_switch', []],
    [{ packs: {} }, 'packs', 'not_list', []],
    [{ billing: { pricelists: [] } }, 'billing.pricelists', 'not_object', []],
    [{ spendCentsPerCredit: 0 }, 'spendCentsPerCredit', 'too_small', [1]],
    [{ followUpFreeDays: 3651 }, 'followUpFreeDays', 'too_big', [3650]],
    [{ billing: { accountFilter: '' } }, 'billing.accountFilter', 'too_short', [1]],
    [{ billing: { accountFilter: 'x'.repeat(201) } }, 'billing.accountFilter', 'too_long', [200]],
    [{ billing: { columns: { accountId: [] } } }, 'billing.columns.accountId', 'too_few', [1]],
    [{ lowBalance: { thresholds: [...Array(11).keys()] } }, 'lowBalance.thresholds', 'too_many', [10]],
    [{ noteLanguage: 'de' }, 'noteLanguage', 'not_one_of', ['en', 'ru']],
    [{ buyUrl: 'javascript:alert(1)' }, 'buyUrl', 'not_https', []],
    [{ spend: { rates: [{ ...rate, from: '2026-02-31' }] } }, 'spend.rates.0.from', 'not_day', []],
    [{ careHours: { from: '24:00' } }, 'careHours.from', 'not_time', []],
    [{ careHours: { to: '7pm' } }, 'careHours.to', 'not_time_or_midnight', []],
    [{ careHours: { timeZone: 'Moscow' } }, 'careHours.timeZone', 'not_time_zone', []],
    [{ spend: { rates: [{ ...rate, currency: 'usd' }] } }, 'spend.rates.0.currency', 'not_currency', []],
    [{ spend: { rates: [{ ...rate, currency: 'EUR' }] } }, 'spend.rates.0.currency', 'euro_rate', []],
    [{ spend: { rates: [{ ...rate, rate: '-1' }] } }, 'spend.rates.0.rate', 'not_decimal', []],
    [{ spend: { rates: [{ ...rate, rate: '0.0' }] } }, 'spend.rates.0.rate', 'not_positive', []],
    [{ careHours: { days: ['mon', 'mon'] } }, 'careHours.days', 'twice', []],
    [{ identity: { chargeGrades: ['verified_email'] } }, 'identity.chargeGrades', 'without_linked', []],
    [{ billing: { freshSeconds: 61 } }, 'billing.chargeMaxAgeSeconds', 'less_than_fresh', [61]],
  ])('names what is wrong with %j', async (file, key, code, values) => {
    expect(await readProblems(file)).toEqual([{ key, code, values }]);
    expect(POLICY_PROBLEMS).toContain(code);
  });

  it('names each unknown key, and at most so many problems', async () => {
    expect((await readProblems({ one: 1, two: 2 })).map(({ key }) => key)).toEqual(['one', 'two']);
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`key${index}`, 1]));
    const { file } = await read(many);
    expect(file).toMatchObject({ isCut: true });
    expect(file.state === 'broken' && file.problems).toHaveLength(100);
  });
});
