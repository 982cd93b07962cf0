import { readColumn, startPanel } from './startPanel';

describe('money of the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const seed = async (client: Record<string, unknown>): Promise<string> => {
    const { body } = await panel.control('seed', {
      clients: [{ email: 'money@client.test', name: 'Money Ltd', ...client }],
    });
    return (body as { clients: { accountId: string }[] }).clients[0]?.accountId ?? '';
  };
  const list = (func: string, account: string) => panel.call(func, { filter: 'on', account });
  const firstId = async (func: string, account: string) =>
    readColumn(await list(func, account), 'id')[0] ?? '';
  const statuses = async (account: string) =>
    (await list('payment', account)).doc.elem?.map((row) => row['status']?.$orig);
  const balance = async (account: string) =>
    (await panel.call('account', { filter: 'on', id: account })).doc.elem?.[0]?.['balance']?.$;

  it.each([
    ['payment.setpaid', '4', '100.00 EUR'],
    ['payment.setinpay', '2', '0.00 EUR'],
    ['payment.setfraud', '7', '0.00 EUR'],
    ['payment.setcanceled', '9', '0.00 EUR'],
  ])('moves a payment by %s', async (func, status, left) => {
    const account = await seed({ payments: [{ amount: '100.00', status: '1' }] });
    const elid = await firstId('payment', account);
    expect((await panel.call(func, { elid, info: 'by a gateway' })).doc).toHaveProperty('ok', {});
    expect(await statuses(account)).toEqual([status]);
    expect(await balance(account)).toBe(left);
  });

  it('moves several payments at once, and none when one is missing', async () => {
    const account = await seed({
      payments: [
        { amount: '10.00', status: '1' },
        { amount: '20.00', status: '3' },
      ],
    });
    const ids = readColumn(await list('payment', account), 'id').join(', ');
    const { doc } = await panel.call('payment.setpaid', { elid: `${ids}, 999999` });
    expect(doc.error).toMatchObject({ $type: 'missed' });
    expect(await statuses(account)).toEqual(['1', '3']);
    await panel.call('payment.setpaid', { elid: ids });
    expect(await statuses(account)).toEqual(['4', '4']);
    expect(await balance(account)).toBe('30.00 EUR');
  });

  it('says the status of a payment in the language of the call', async () => {
    const account = await seed({ payments: [{ amount: '10.00', status: '6' }] });
    const { doc } = await panel.call('payment', { filter: 'on', account, lang: 'ru' });
    expect(doc.elem?.[0]?.['status']).toEqual({ $orig: '6', $: 'Возвращён' });
    expect(doc['$lang']).toBe('ru');
  });

  it('returns a whole payment by its status', async () => {
    const account = await seed({ spent: '100.00' });
    const answer = await panel.control('act', { action: 'return', account });
    expect(answer.body['note']).toMatch(/^Money Ltd got back EUR 100\.00 of payment \d+\.$/);
    expect(await statuses(account)).toEqual(['6']);
    expect(await balance(account)).toBe('-100.00 EUR');
    expect((await panel.control('act', { action: 'return', account })).status).toBe(400);
  });

  it('returns parts of a payment as rows of their own, up to the whole', async () => {
    const account = await seed({ spent: '100.00' });
    const number = await firstId('payment', account);
    const giveBack = (amount: string) =>
      panel.control('act', { action: 'return', account, payment: number, amount });
    await giveBack('30.00');
    await giveBack('70.00');
    const rows = (await list('payment', account)).doc.elem;
    expect(rows?.map((row) => row['number']?.$)).toEqual([number, `return/${number}`, `return/${number}`]);
    expect(rows?.map((row) => row['subaccountamount_iso']?.$)).toEqual([
      '100.00 EUR',
      '30.00 EUR',
      '70.00 EUR',
    ]);
    expect(await balance(account)).toBe('-100.00 EUR');
    expect((await giveBack('0.01')).status).toBe(400);
  });

  it('refuses to return more than is left', async () => {
    const account = await seed({ spent: '100.00' });
    const { body } = await panel.control('act', { action: 'return', account, amount: '100.01' });
    expect(body['error']).toContain('no more than 100.00');
  });

  it('changes a charge and keeps the share of its tax', async () => {
    const account = await seed({ spent: '119.00', taxPercent: 19 });
    const elid = await firstId('expense', account);
    expect((await panel.call('expense.edit', { elid })).doc).toMatchObject({
      amount: { $: '119.00 EUR' },
      taxamount: { $: '19.00 EUR' },
    });
    await panel.call('expense.edit', { elid, sok: 'ok', amount: '59.50', name: 'Half' });
    expect((await list('expense', account)).doc.elem?.[0]).toMatchObject({
      locale_name: { $: 'Half' },
      amount: { $: '59.50 EUR' },
      taxamount: { $: '9.50 EUR' },
    });
    const wrong = await panel.call('expense.edit', { elid, sok: 'ok', amount: 'much' });
    expect(wrong.doc.error).toMatchObject({ $type: 'value', $object: 'amount' });
  });

  it('charges by hand, for what staff wrote down', async () => {
    const account = await seed({});
    const subaccount = await firstId('subaccount', account);
    const charge = { sok: 'ok', subaccount, amount: '23.80', taxrate: '19', name: 'Help with a server' };
    const { doc } = await panel.call('expense.edit', charge);
    expect((await list('expense', account)).doc.elem).toMatchObject([
      {
        id: doc['id'],
        locale_name: { $: 'Help with a server' },
        intname: {},
        amount: { $: '23.80 EUR' },
        taxamount: { $: '3.80 EUR' },
      },
    ]);
    expect(await balance(account)).toBe('-23.80 EUR');
    for (const [field, value] of [
      ['subaccount', '9'],
      ['amount', '1'],
      ['taxrate', '-1'],
    ] as const) {
      const wrong = await panel.call('expense.edit', { ...charge, [field]: value });
      expect(wrong.doc.error).toMatchObject({ $object: field });
    }
  });

  it('lets a deleted charge vanish, which raises the balance', async () => {
    const account = await seed({ spent: '100.00' });
    const elid = await firstId('expense', account);
    await panel.call('expense.delete', { elid });
    expect((await list('expense', account)).doc).not.toHaveProperty('elem');
    expect(await balance(account)).toBe('100.00 EUR');
    expect((await panel.call('expense.delete', { elid })).doc.error).toMatchObject({ $type: 'missed' });
  });

  it.each([
    ['USD', '33.00 USD'],
    ['RUB', '2700.00 RUB'],
  ])('keeps every amount of a client in %s', async (currency, cost) => {
    const account = await seed({ currency, spent: '50.00', packs: [1] });
    await panel.control('act', { action: 'pay', account, amount: '20.00' });
    const expenses = readColumn(await list('expense', account), 'amount');
    expect(expenses).toEqual([`50.00 ${currency}`, cost, `20.00 ${currency}`]);
    expect(readColumn(await list('paidsupport', account), 'cost')).toEqual([cost]);
    const amounts = readColumn(await list('payment', account), 'subaccountamount_iso');
    expect(amounts.every((amount) => amount?.endsWith(currency))).toBe(true);
    expect((await list('subaccount', account)).doc.elem).toMatchObject([
      { balance: { $: `0.00 ${currency}` } },
    ]);
  });

  it('shows amounts with the signs of currencies where the panel is set so', async () => {
    const shown: (string | undefined)[] = [];
    await panel.control('settings', { moneySigns: true });
    for (const currency of ['EUR', 'USD', 'RUB']) {
      const account = await seed({ currency, spent: '49.99' });
      shown.push((await list('expense', account)).doc.elem?.[0]?.['amount']?.$);
    }
    expect(shown).toEqual(['49.99 €', '49.99 $', '49.99 руб.']);
  });
});
