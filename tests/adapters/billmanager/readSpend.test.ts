import type { BillmanagerOptions } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { toError, toList } from './scriptedPanel';
import type { ScriptedPanel } from './scriptedPanel';
import { startScriptedSource } from './startScriptedSource';

type Rows = Record<string, string>[];

let panel: ScriptedPanel;
afterEach(() => panel.close());

const start = async (
  answer: Parameters<typeof startScriptedSource>[0],
  options: Partial<BillmanagerOptions> = {},
) => {
  const started = await startScriptedSource(answer, { timeoutMs: 20_000, ...options });
  panel = started.panel;
  return started.source;
};

/** The facts of account 7, which has these expenses and payments. */
const readFacts = async (expense: Rows, payment: Rows, options?: Partial<BillmanagerOptions>) => {
  const own = (rows: Rows) => rows.map((row, index) => ({ id: `${index + 1}`, account: '7', ...row }));
  const answers: Record<string, unknown> = {
    account: toList([{ id: '7', name: 'Example GmbH' }]),
    expense: toList(own(expense)),
    payment: toList(own(payment)),
    paidsupport: toList([]),
    hostingpartner: toList([]),
  };
  const billing = await start(({ func = '' }) => answers[func] ?? toError('access'), options);
  return billing.readAccountFacts('7');
};

const failureOf = async (reading: Promise<unknown>) => {
  const error: unknown = await reading.catch((reason: unknown) => reason);
  if (!(error instanceof AdapterError)) throw new Error('expected a failure');
  return error;
};

describe('what was returned', () => {
  const charged = [{ amount: '119.00 EUR', taxamount: '19.00 EUR' }];
  const paid = (status: string, number = '1') => ({ status, number, subaccountamount_iso: '119.00 EUR' });

  it.each([
    ['4', 10_000, undefined],
    ['5', 0, 'return_pending'],
    ['6', 0, 'returned'],
    ['7', 0, 'fraudulent'],
    ['1', 10_000, undefined],
    ['2', 10_000, undefined],
    ['3', 10_000, undefined],
    ['8', 10_000, undefined],
    ['9', 10_000, undefined],
  ])('R7: a payment of status %s leaves %i cents of spend', async (status, spendCents, why) => {
    const facts = await readFacts(charged, [paid(status)]);
    const payments = why === undefined ? undefined : [{ id: '1', why }];
    expect([facts?.spendCents, facts?.returned?.payments]).toEqual([spendCents, payments]);
  });

  it.each(['return/1', 'return 1', 'return1'])(
    'R7: a refund numbered «%s» lowers it, with a minus or without',
    async (number) => {
      for (const amount of ['59.50 EUR', '-59.50 EUR']) {
        const refund = { ...paid('4', number), subaccountamount_iso: amount };
        const facts = await readFacts(charged, [paid('4'), refund]);
        await panel.close();
        expect(facts).toMatchObject({
          spendCents: 5_000,
          returned: { payments: [{ id: '2', why: 'refund' }] },
        });
      }
    },
  );

  it('a refund that was cancelled, or is only begun, lowers nothing', async () => {
    const facts = await readFacts(charged, [paid('4'), paid('9', 'return/1'), paid('1', 'return/1')]);
    expect(facts?.spendCents).toBe(10_000);
  });

  it.each([
    ['a status in words', { status: 'Credited' }],
    ['a status nobody knows', { status: '10' }],
    ['no status', { status: '' }],
    ['no amount', { subaccountamount_iso: '' }],
  ])('fails the reading when a payment has %s', async (_, change) => {
    const { code, retry } = await failureOf(readFacts(charged, [{ ...paid('4'), ...change }]));
    expect([code, retry]).toEqual(['billing_unexpected_answer', false]);
  });

  it('is not asked for where the policy does not want it', async () => {
    const facts = await readFacts(charged, [paid('6')], { spend: { isReturnSubtracted: false } });
    expect(facts?.spendCents).toBe(10_000);
    expect(panel.calls.slice(0, 5).map(({ params }) => params['func'])).not.toContain('payment');
  });

  it('is not taken for nothing when payments may not be read', async () => {
    const billing = await start(({ func }) =>
      func === 'payment'
        ? toError('access')
        : toList([{ id: '7', name: 'Example GmbH' }].slice(func === 'account' ? 0 : 1)),
    );
    expect((await failureOf(billing.readAccountFacts('7'))).code).toBe('billing_unauthorized');
  });
});

describe('currencies', () => {
  const rates = [{ currency: 'USD', from: '2026-01-01', rate: '0.9215' }];

  it('are converted at the rate of the day of charge, which is kept', async () => {
    const expense = [{ amount: '$120.00', taxamount: '20.00 USD', realdate: '2026-05-02 10:30:00' }];
    const facts = await readFacts(expense, [], { spend: { basis: 'net', rates } });
    expect(facts).toMatchObject({
      spendCents: 9_215,
      expenses: [{ id: '1', chargedOn: '2026-05-02', spendCents: 9_215, rate: rates[0] }],
    });
  });

  it('are counted gross where the policy says so', async () => {
    const expense = [{ amount: '119.00 EUR', taxamount: '19.00 EUR' }];
    expect((await readFacts(expense, [], { spend: { basis: 'gross', rates } }))?.spendCents).toBe(11_900);
  });

  it('without a rate fail, and say which key to add', async () => {
    const error = await failureOf(
      readFacts([{ amount: '15.00 USD', realdate: '2025-12-31' }], [], { spend: { basis: 'net', rates } }),
    );
    expect([error.code, error.retry]).toEqual(['billing_currency_unsupported', false]);
    for (const named of ['USD', '2025-12-31', 'spend.rates']) expect(error.message).toContain(named);
  });

  it('of thousandths fail by their name, instead of being read as thousands', async () => {
    const { code, retry } = await failureOf(readFacts([{ amount: '1.234 KWD' }], []));
    expect([code, retry]).toEqual(['billing_currency_unsupported', false]);
  });

  it('of a tax and its expense are the same', async () => {
    const { code } = await failureOf(readFacts([{ amount: '15.00 EUR', taxamount: '1.00 USD' }], []));
    expect(code).toBe('billing_unexpected_answer');
  });
});

describe('a long history', () => {
  it('of 100,000 expenses is summed exactly, to the cent', async () => {
    const count = 100_000;
    const toExpense = (id: number) => ({
      id: `${id}`,
      taxamount: '',
      account: '7',
      amount: `${id}.${String(id % 100).padStart(2, '0')} EUR`,
    });
    const billing = await start(({ func = '', p_num }) => {
      if (func === 'account') return toList([{ id: '7', name: 'Example GmbH' }]);
      if (func !== 'expense') return toList([]);
      const first = (Number(p_num) - 1) * 1_000 + 1;
      return toList(
        Array.from({ length: 1_000 }, (_, index) => toExpense(first + index)),
        count,
      );
    });
    const facts = await billing.readAccountFacts('7');
    // Euros 1 + 2 + ... + 100,000, and 1,000 times the cents 0 + 1 + ... + 99.
    expect(facts?.spendCents).toBe((count / 2) * (count + 1) * 100 + 1_000 * 4_950);
    expect(facts?.expenses).toHaveLength(count);
  }, 60_000);
});
