import { startBillmanager } from '../../../../src/simulators/billmanager/startBillmanager';
import { startScriptedPanel, toList } from '../scriptedPanel';
import { buildTestInspection, lookAtLists, troublesIn } from './inspectPanel';

let simulator: Awaited<ReturnType<typeof startBillmanager>>;

beforeAll(async () => {
  simulator = await startBillmanager({ port: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

const post = async (path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${simulator.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
};
const look = (billing?: Parameters<typeof buildTestInspection>[0]['billing']) =>
  lookAtLists(buildTestInspection({ baseUrl: simulator.url, ...(billing && { billing }) }));

describe('the lists of a panel that is set up well', () => {
  it('are all allowed, whole, and have their columns', async () => {
    const findings = await look();
    expect(troublesIn(findings)).toEqual([]);
    const allowed = findings.filter(({ step }) => step === 'rights').map(({ found }) => found.split(':')[0]);
    expect(allowed).toEqual(['user', 'account', 'expense', 'payment', 'paidsupport', 'hostingpartner']);
  });

  it('show nothing of what stands in them', async () => {
    const said = JSON.stringify(await look());
    for (const secret of ['client.test', '243', 'Example']) expect(said).not.toContain(secret);
  });
});

describe('a right that is missing', () => {
  it.each([
    ['user', 'Users'],
    ['account', 'Clients'],
    ['expense', 'Expenses'],
    ['payment', 'Payments'],
    ['paidsupport', 'Per-incident support'],
    ['hostingpartner', 'ISPsystem partners'],
  ])('to %s is a problem, and is granted for «%s»', async (func, section) => {
    await post('/_control/settings', { deniedFunctions: [func] });
    const [trouble, ...others] = troublesIn(await look());
    expect(trouble).toMatchObject({ step: 'rights', verdict: 'problem' });
    expect(trouble?.found).toMatch(new RegExp(`^${func}: not allowed`));
    expect(trouble?.change).toContain(`«${section}» (function ${func})`);
    expect(others).toEqual([]);
  });

  it('to the contracts of partners is none where the policy says that there are none, which is told', async () => {
    await post('/_control/settings', { deniedFunctions: ['hostingpartner'] });
    expect(troublesIn(await look())[0]?.change).toContain('billing.hasPartnerContracts to false');
    expect(troublesIn(await look({ hasPartnerContracts: false }))).toEqual([]);
  });
});

describe('a column that is missing', () => {
  it('is named with the key of the policy and the columns that are there', async () => {
    await post('/_control/settings', { hiddenColumns: ['amount'] });
    const [trouble, ...others] = troublesIn(await look());
    expect(trouble).toMatchObject({ step: 'columns', verdict: 'problem' });
    expect(trouble?.found).toBe('expense: no column is called amount (expenseAmount).');
    expect(trouble?.change).toMatch(/billing\.columns\.expenseAmount; the rows have: id, .*taxamount/);
    expect(others).toEqual([]);
  });

  it('is found under the name that the policy gives it', async () => {
    await post('/_control/settings', { hiddenColumns: ['amount'] });
    expect(troublesIn(await look({ columns: { expenseAmount: ['taxamount'] } }))).toEqual([]);
  });

  it('may stand in the form behind the row, at a price that a long list cannot pay', async () => {
    await post('/_control/settings', { hiddenColumns: ['account', 'account_id'] });
    const troubles = troublesIn(await look());
    const verdicts = troubles.map(({ verdict, found }) => [found.split(':')[0], verdict]);
    expect(verdicts.slice(0, 3)).toEqual([
      ['user', 'note'],
      ['expense', 'problem'],
      ['payment', 'problem'],
    ]);
    expect(troubles[0]?.found).toContain('a call for each row');
  });

  it('may be missing where its meaning has a default, which is told', async () => {
    await post('/_control/settings', { hiddenColumns: ['intname'] });
    const [trouble] = troublesIn(await look());
    expect(trouble).toMatchObject({ step: 'columns', verdict: 'note' });
    expect(trouble?.found).toContain('credit packs are told by the service they were charged for');
  });

  it('is a problem when it is the tax, unless spend is counted with it', async () => {
    await post('/_control/settings', { hiddenColumns: ['taxamount'] });
    expect(troublesIn(await look())[0]).toMatchObject({ step: 'columns', verdict: 'problem' });
    const inspection = buildTestInspection({ baseUrl: simulator.url, spend: { basis: 'gross' } });
    expect(troublesIn(await lookAtLists(inspection))).toEqual([]);
  });
});

describe('a column that holds something else', () => {
  const lookAtScripted = async (rows: Record<string, Record<string, string>[]>) => {
    const panel = await startScriptedPanel(({ func = '' }) => toList(rows[func] ?? []));
    try {
      return await lookAtLists(buildTestInspection({ baseUrl: panel.url }));
    } finally {
      await panel.close();
    }
  };

  it('is a problem when it is a name instead of an id, and the name is not told', async () => {
    const findings = await lookAtScripted({ user: [{ id: '1', email: 'a@b.test', account: 'Anna Smith' }] });
    const trouble = findings.find(({ verdict }) => verdict === 'problem');
    expect(trouble?.found).toMatch(/^user: column account_id or account \(accountId\) holds something else/);
    expect(JSON.stringify(findings)).not.toContain('Anna');
  });

  it('is a problem when it is a word instead of a code', async () => {
    const payment = { id: '1', account: '7', number: '1', subaccountamount_iso: '1.00 EUR', status: 'Paid' };
    const findings = await lookAtScripted({ payment: [payment] });
    const trouble = findings.find(({ verdict }) => verdict === 'problem');
    expect(trouble?.found).toMatch(/^payment: .*\(paymentStatus\) holds words where a code is needed/);
  });

  it('cannot be told while there are no rows', async () => {
    const findings = await lookAtScripted({});
    expect(findings.filter(({ step }) => step === 'columns').map(({ verdict }) => verdict)).toEqual(
      ['user', 'expense', 'payment', 'paidsupport', 'hostingpartner'].map(() => 'note'),
    );
  });
});

describe('a stored filter', () => {
  it('is found, and where to reset it is told', async () => {
    const form = {
      func: 'expense.filter',
      sok: 'ok',
      authinfo: 'support-bridge:playground',
      locale_name: 'x',
    };
    await fetch(`${simulator.url}/billmgr`, { method: 'POST', body: new URLSearchParams(form) });
    const [trouble] = troublesIn(await look());
    expect(trouble).toMatchObject({ step: 'filters', verdict: 'problem' });
    expect(trouble?.change).toContain('«Expenses»');
  });
});

describe('the filter by account', () => {
  const rows = ['7', '7', '8'].map((account, index) => ({ id: String(index), account, amount: '1.00 EUR' }));

  /** Looks at a panel whose expenses, asked for one account, are `found`. */
  const lookAtFiltered = async (found: Record<string, string>[]) => {
    const panel = await startScriptedPanel(({ func, account }) => {
      if (func !== 'expense') return toList([]);
      const list = toList(account === undefined ? rows : found) as { doc: Record<string, unknown> };
      return { doc: { ...list.doc, p_possible_filters: { filter: [{ $name: 'client' }] } } };
    });
    try {
      const findings = await lookAtLists(buildTestInspection({ baseUrl: panel.url }));
      return findings.find(({ step, found: words }) => step === 'filters' && words.startsWith('expense'));
    } finally {
      await panel.close();
    }
  };

  it('is good when it finds one account', async () => {
    expect(await lookAtFiltered(rows.slice(0, 2))).toMatchObject({ verdict: 'good' });
    const good = (await look()).filter(({ step, verdict }) => step === 'filters' && verdict === 'good');
    expect(good.map(({ found }) => found)).toContain('expense: the filter «account» finds one account.');
  });

  it.each([
    ['does nothing', rows],
    ['leaves out rows', []],
  ])('is a problem when it %s, and those that the list knows are named', async (words, found) => {
    const finding = await lookAtFiltered(found);
    expect(finding).toMatchObject({ verdict: 'problem' });
    expect(finding?.found).toContain(words);
    expect(finding?.change).toContain('billing.accountFilter; the list knows client.');
  });
});

describe('payments', () => {
  it('can be done without, which is told beside the right that is missing', async () => {
    await post('/_control/settings', { deniedFunctions: ['payment'] });
    expect(troublesIn(await look())[0]?.change).toMatch(
      /«Payments».*Or switch .*spend\.isReturnSubtracted off/,
    );
  });

  it('are not looked at where the policy does not count what was returned', async () => {
    await post('/_control/settings', { deniedFunctions: ['payment'] });
    const inspection = buildTestInspection({ baseUrl: simulator.url, spend: { isReturnSubtracted: false } });
    expect(troublesIn(await lookAtLists(inspection))).toEqual([]);
  });
});

describe('groups of partners', () => {
  it('are compared with the groups there are', async () => {
    const client = { email: 'g@client.test', name: 'G', groups: ['Partners'] };
    await post('/_control/seed', { clients: [client] });
    const trouble = troublesIn(await look({ partnerGroupIds: ['no-such-group'] })).find(
      ({ verdict }) => verdict === 'problem',
    );
    expect(trouble?.found).toBe('accountgroup: there is no group no-such-group.');
  });

  it('are not compared without the right to them, which is noted', async () => {
    await post('/_control/settings', { deniedFunctions: ['accountgroup'] });
    const notes = troublesIn(await look({ partnerGroupIds: ['1'] })).filter(({ step }) => step === 'rights');
    expect(notes.map(({ verdict }) => verdict)).toEqual(['note']);
  });
});
