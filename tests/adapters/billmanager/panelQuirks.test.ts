import { buildBillmanagerSource } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import type { BillmanagerOptions } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { BillingSource } from '../../../src/use-cases/ports/billingSource';
import { buildFixedClock, buildRecordedLog } from './recordedLog';
import { startScriptedPanel, toError, toList } from './scriptedPanel';
import type { ScriptedPanel } from './scriptedPanel';

// Answers that billmanager.md describes and the simulator never gives.

type Answers = Record<string, unknown>;

const authinfo = 'bridge:p&ss:w=rd';
const log = buildRecordedLog();
let panel: ScriptedPanel | undefined;

const start = async (
  answer: Parameters<typeof startScriptedPanel>[0],
  options: Partial<BillmanagerOptions> = {},
) => {
  panel = await startScriptedPanel(answer);
  const clock = buildFixedClock('2026-11-22T10:00:00Z');
  return buildBillmanagerSource({
    baseUrl: panel.url,
    authinfo,
    logger: log,
    clock,
    timeoutMs: 2_000,
    ...options,
  });
};

const GOOD: Answers = {
  account: toList([{ id: '7', name: 'Example GmbH' }]),
  payment: toList([]),
  expense: toList([{ id: '1', account: '7', intname: 'vm', amount: '119.00 EUR', taxamount: '19.00 EUR' }]),
  paidsupport: toList([]),
  hostingpartner: toList([]),
};

/** The facts of account 7, which must exist. */
const readAccount = async (billing: BillingSource) => {
  const facts = await billing.readAccountFacts('7');
  if (facts === undefined) throw new Error('expected an account');
  return facts;
};

/** Reads the facts of account 7 from a panel that answers as given, and well where nothing is given. */
const readFacts = async (answers: Answers, options?: Partial<BillmanagerOptions>) => {
  const billing = await start(
    ({ func = '' }) => ({ ...GOOD, ...answers })[func] ?? toError('access'),
    options,
  );
  return readAccount(billing);
};

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AdapterError ? [error.code, error.retry] : error),
  );

beforeEach(() => log.lines.splice(0));
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

describe('how the panel is asked', () => {
  it('posts a form with everything in its body, and nothing in the address', async () => {
    const billing = await start(() => toList([]));
    await billing.readClient('A+b@Client.test');
    expect(panel?.calls).toEqual([
      {
        method: 'POST',
        url: '/billmgr',
        contentType: 'application/x-www-form-urlencoded',
        params: {
          func: 'user',
          out: 'json',
          lang: 'en',
          authinfo,
          filter: 'on',
          email: 'a+b@client.test',
          p_cnt: '1000',
          p_num: '1',
        },
      },
    ]);
  });

  it('uses an address that names the panel already as it is', async () => {
    const billing = await start(() => toList([]));
    const deep = buildBillmanagerSource({
      baseUrl: `${panel?.url}/manager/billmgr/`,
      authinfo,
      logger: log,
      clock: buildFixedClock('2026-11-22T10:00:00Z'),
    });
    await Promise.all([billing.readClient('a@b.test'), deep.readClient('a@b.test')]);
    expect(panel?.calls.map((call) => call.url).sort()).toEqual(['/billmgr', '/manager/billmgr']);
  });

  it('shows credentials and contents in no message, cause or log', async () => {
    const secret = { status: 503, body: 'Example GmbH secret' };
    const billing = await start(() => secret);
    const error: unknown = await billing.readClient('someone@client.test').catch((reason: unknown) => reason);
    const { message, stack, cause } = error as Error;
    const said = JSON.stringify([message, stack, cause, (cause as Error | undefined)?.stack, log.lines]);
    for (const hidden of ['p&ss', 'bridge:', 'Example GmbH', 'someone']) expect(said).not.toContain(hidden);
    expect(log.lines).toHaveLength(2);
  });

  it('follows no redirect', async () => {
    const billing = await start(() => ({ status: 302, body: '' }));
    expect(await codeOf(billing.readClient('a@b.test'))).toEqual(['billing_unexpected_answer', true]);
    expect(panel?.calls).toHaveLength(1);
  });
});

describe('who a row belongs to', () => {
  it('opens the form of a user whose row names no account', async () => {
    const billing = await start(({ func, elid }) =>
      func === 'user'
        ? toList([
            { id: '31', email: 'a@b.test' },
            { id: '32', email: 'xa@b.test' },
          ])
        : { doc: { elid: { $: elid }, account: { $orig: '7', $: 'Example GmbH' } } },
    );
    expect(await billing.readClient('a@b.test')).toEqual({ kind: 'one', billingAccountId: '7' });
    expect(panel?.calls.map(({ params }) => [params['func'], params['elid']])).toEqual([
      ['user', undefined],
      ['user.edit', '31'],
    ]);
  });

  it('takes two users of one account for one client', async () => {
    const billing = await start(() =>
      toList([
        { id: '31', email: 'a@b.test', account: '7' },
        { id: '32', email: 'A@B.test', account: '7' },
      ]),
    );
    expect(await billing.readClient('a@b.test')).toEqual({ kind: 'one', billingAccountId: '7' });
  });

  it.each([
    ['asked for', '\u212Aate@x.de', 'kate@x.de'],
    ['shown by billing', 'kate@x.de', '\u212Aate@x.de'],
    ['asked for with a space that is none', '\u00A0kate@x.de', 'kate@x.de'],
  ])(
    'takes nobody for another whose e-mail differs in a letter that folds into it, %s',
    async (_, asked, shown) => {
      const billing = await start(() => toList([{ id: '31', email: shown, account: '7' }]));
      const matches = await Promise.all([billing.readClient(shown), billing.readClient(asked)]);
      expect(matches[1]).toEqual({ kind: 'none' });
    },
  );

  it('leaves out rows of accounts whose id only contains the one asked for', async () => {
    const rows = ['7', '77', '17'].map((account, id) => ({
      id: `${id}`,
      account,
      amount: '10.00 EUR',
      taxamount: '',
    }));
    expect((await readFacts({ expense: toList(rows) })).spendCents).toBe(1_000);
  });

  it('fails when the column shows a name, because nothing would ever belong to anybody', async () => {
    const rows = [{ id: '1', account: 'Example GmbH', amount: '10.00 EUR' }];
    expect(await codeOf(readFacts({ expense: toList(rows) }))).toEqual(['billing_unexpected_answer', false]);
  });

  it('reads the column that the install is said to have', async () => {
    const rows = [{ id: '1', account: 'Example GmbH', owner: '7', amount: '10.00 EUR', taxamount: '' }];
    const options = { billing: { columns: { accountId: ['owner'] } } };
    const facts = await readFacts({ expense: toList(rows) }, options);
    expect(facts.spendCents).toBe(1_000);
  });
});

describe('spend', () => {
  it('is net of tax and without packs, by kind and by service', async () => {
    const expense = toList([
      {
        id: '1',
        account: '7',
        intname: 'vm',
        main_item: '900',
        amount: '119.00 EUR',
        taxamount: '19.00 EUR',
      },
      { id: '2', account: '7', intname: 'paidsupport', amount: '30.00 EUR', taxamount: '' },
      { id: '3', account: '7', intname: '', main_item: '501', amount: '100.00 EUR' },
      { id: '4', account: '7', intname: 'vm', amount: '-0.05 €', taxamount: '' },
    ]);
    const paidsupport = toList([
      { id: '501', account: '7', item_status: '3_autosuspend', createdate: '2026-01-01' },
    ]);
    const facts = await readFacts({ expense, paidsupport });
    expect([facts.spendCents, facts.packs]).toEqual([9_995, []]);
  });

  it.each([
    ['a pack that hangs on another service', { intname: 'vm', main_item: '900', item: '501' }],
    ['a pack that has ended', { intname: 'vm', item: '502' }],
    ['a pack that was deleted, by its kind', { intname: 'paidsupport', main_item: '77', item: '78' }],
  ])('is not the charge for %s', async (_, change) => {
    const charge = { id: '1', account: '7', amount: '30.00 EUR', taxamount: '', ...change };
    const pack = { account: '7', pricelist: '101', createdate: '2026-01-01' };
    const paidsupport = toList([
      { ...pack, id: '501', item_status: '2' },
      { ...pack, id: '502', item_status: '5_open' },
    ]);
    expect((await readFacts({ expense: toList([charge]), paidsupport })).spendCents).toBe(0);
  });

  it('is not known while the column of the tax is hidden, unless it is to count with tax', async () => {
    const answers = {
      expense: toList([{ id: '1', account: '7', amount: '119.00 EUR' }]),
    };
    const reading = readFacts(answers);
    await expect(reading).rejects.toThrow('billing.columns.expenseTax');
    expect(await codeOf(reading)).toEqual(['billing_unexpected_answer', false]);
    await panel?.close();
    expect((await readFacts(answers, { spend: { basis: 'gross' } })).spendCents).toBe(11_900);
  });

  it('is without tax where a row leaves the empty column out and others show it', async () => {
    const expense = toList([
      { id: '1', account: '7', amount: '10.00 EUR' },
      { id: '2', account: '7', amount: '119.00 EUR', taxamount: '19.00 EUR' },
    ]);
    expect((await readFacts({ expense })).spendCents).toBe(11_000);
  });

  it('refuses money of another currency and names it', async () => {
    const expense = toList([{ id: '1', account: '7', amount: '15.00 USD' }]);
    const reading = readFacts({ expense });
    await expect(reading).rejects.toThrow('USD');
    expect(await codeOf(reading)).toEqual(['billing_currency_unsupported', false]);
  });

  it.each(['', '12', 'free', '1.234 EUR', '100000000000.01 EUR'])(
    'fails on the amount «%s»',
    async (amount) => {
      const expense = toList([{ id: '1', account: '7', amount }]);
      expect(await codeOf(readFacts({ expense }))).toEqual(['billing_unexpected_answer', false]);
    },
  );
});

describe('packs', () => {
  const pack = { id: '501', account: '7', pricelist: '105', item_status: '2', createdate: '2026-05-02' };

  it('are the active ones', async () => {
    const statuses = ['2', '2_open', '1', '3_autosuspend', '4', '5_open', '22'];
    const rows = statuses.map((item_status, index) => ({ ...pack, id: `${index}`, item_status }));
    const { packs } = await readFacts({ paidsupport: toList(rows) });
    expect(packs.map(({ billingItemId }) => billingItemId)).toEqual(['0', '1']);
    expect(packs[0]).toEqual({
      billingItemId: '0',
      pricelistId: '105',
      boughtAt: '2026-05-02T00:00:00.000Z',
    });
  });

  it('get the id of a price list that the panel shows by name', async () => {
    const paidsupport = toList([{ ...pack, pricelist: 'Five incidents', createdate: '2026-05-02 10:30:00' }]);
    const { packs } = await readFacts(
      { paidsupport },
      { billing: { pricelists: { 'Five incidents': '105' } } },
    );
    expect(packs).toEqual([
      { billingItemId: '501', pricelistId: '105', boughtAt: '2026-05-02T10:30:00.000Z' },
    ]);
  });

  it.each([
    ['a status in words', { item_status: 'Active' }],
    ['no price list', { pricelist: '' }],
    ['no day of purchase', { createdate: '' }],
    ['a day that is none', { createdate: '2026-02-31x' }],
  ])('fail the reading when one has %s', async (_name, change) => {
    const paidsupport = toList([{ ...pack, ...change }]);
    expect(await codeOf(readFacts({ paidsupport }))).toEqual(['billing_unexpected_answer', false]);
  });
});

describe('refusals of the panel', () => {
  it.each([
    ['auth', ['billing_unauthorized', false]],
    ['access', ['billing_unauthorized', false]],
    ['missed', ['billing_missed', false]],
    ['limit', ['billing_error', true]],
  ])('of type %s have their code', async (type, expected) => {
    const billing = await start(() => toError(type));
    expect(await codeOf(billing.readClient('a@b.test'))).toEqual(expected);
  });

  it.each(['account', 'expense', 'paidsupport'])('of %s fail the facts', async (func) => {
    const answers = { [func]: toError('access') };
    expect(await codeOf(readFacts(answers))).toEqual(['billing_unauthorized', false]);
  });

  it('are seen in the question for a second factor, which stands where data should', async () => {
    const billing = await start(() => ({ doc: { ok: { $: 'func=totp.confirm' } } }));
    expect(await codeOf(billing.readClient('a@b.test'))).toEqual(['billing_second_factor', false]);
  });

  it('are seen when a form comes in place of a list', async () => {
    const billing = await start(() => ({ doc: { elid: { $: '1' } } }));
    expect(await codeOf(billing.readClient('a@b.test'))).toEqual(['billing_unexpected_answer', false]);
  });
});
