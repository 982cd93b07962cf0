import { readColumn, startPanel } from './startPanel';

describe('support in the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const buy = (count: string, lang = 'en') =>
    panel.ask({ func: 'incident', authinfo: 'empty@client.test:client', lang, count, sok: 'ok' });

  it('offers a client the packs that are sold', async () => {
    const { doc } = await panel.ask({ func: 'incident', authinfo: 'empty@client.test:client' });
    expect(doc['slist']).toEqual([
      { $name: 'count', val: ['1', '5', '30'].map((size) => ({ $key: size, $: size })) },
    ]);
    expect((await buy('2')).doc.error).toMatchObject({ $type: 'value', $object: 'count' });
  });

  it('refuses a pack that the balance does not reach for, in the words of the panel', async () => {
    const { error } = (await buy('5')).doc;
    const text = error?.param.reduce(
      (message, { $name, $ }) => message.replace(`__${$name}__`, $ ?? ''),
      error.msg.$ ?? '',
    );
    expect(text?.trim()).toBe(
      'insufficient funds to complete the operation. Required amount 100.00 EUR. ' +
        'Your current balance: 0.00 EUR, credit limit 0.00 EUR',
    );
    expect((await buy('5', 'ru')).doc.error?.msg.$).toContain('недостаточно средств');
  });

  it('sells a pack from the balance: the pack, its charge, and no further payment', async () => {
    const account = await panel.accountOf('empty@client.test');
    await panel.control('act', { action: 'top_up', account, amount: '130.00' });
    expect((await buy('5')).doc).toHaveProperty('ok', {});
    const of = { filter: 'on', account };
    expect(readColumn(await panel.call('paidsupport', of), 'pricelist')).toEqual(['105']);
    expect(readColumn(await panel.call('expense', of), 'amount')).toEqual(['40.00 EUR', '100.00 EUR']);
    expect(readColumn(await panel.call('payment', of), 'subaccountamount_iso')).toEqual([
      '40.00 EUR',
      '130.00 EUR',
    ]);
    expect(
      (await panel.call('incident', { su: 'empty@client.test', count: '1', sok: 'ok' })).doc,
    ).toHaveProperty('ok', {});
    expect((await buy('1')).doc.error).toBeDefined();
  });

  it('keeps a monthly pack active until its paid term is over', async () => {
    await panel.control('clock', { now: '2026-11-30T12:00:00Z' });
    const { body } = await panel.control('seed', {
      clients: [{ email: 'm@client.test', name: 'Monthly', packs: [{ credits: 10, months: 3 }] }],
    });
    const account = (body as { clients: { accountId: string }[] }).clients[0]?.accountId ?? '';
    const read = async () => (await panel.call('paidsupport', { filter: 'on', account })).doc.elem?.[0];
    expect(await read()).toMatchObject({
      pricelist: { $: '210' },
      createdate: { $: '2026-11-23' },
      expiredate: { $: '2027-02-23' },
      cost: { $: '360.00 EUR' },
      item_status: { $orig: '2', $: 'Active' },
    });
    const elid = (await read())?.['id']?.$ ?? '';
    expect((await panel.call('paidsupport.edit', { elid })).doc).toMatchObject({
      elid: { $: elid },
      pricelist: { $: '210' },
    });
    await panel.control('clock', { now: '2027-02-23T00:00:00Z' });
    expect(await read()).toMatchObject({
      item_status: { $orig: '3_autosuspend', $: 'Suspended' },
      item_real_status: { $: '3' },
    });
  });

  it('shows and changes for what a provider gives incidents, and counts them', async () => {
    const account = await panel.accountOf('credits@client.test');
    const { doc } = await panel.call('subaccount', { filter: 'on', account });
    const elid = doc.elem?.[0]?.['id']?.$ ?? '';
    const count = async () => (await panel.call('subaccount.edit', { elid })).doc['incident_count'];
    expect((await panel.call('project.support', { elid: '1' })).doc).toMatchObject({
      support_require: { $: 'on' },
      first_expense_count: { $: '2' },
      paid_amount_count: { $: '1' },
      paid_amount_amount: { $: '100.00' },
    });
    // Two for the first charge, three for EUR 303 paid, and two packs of one.
    expect(await count()).toEqual({ $: '7' });
    await panel.call('project.support', {
      elid: '1',
      sok: 'ok',
      new_account_count: '3',
      paid_amount_count: '0',
    });
    expect(await count()).toEqual({ $: '7' });
    const wrong = await panel.call('project.support', { elid: '1', sok: 'ok', paid_amount_amount: 'all' });
    expect(wrong.doc.error).toMatchObject({ $type: 'value', $object: 'paid_amount_amount' });
    expect((await panel.call('project.support', { elid: '9' })).doc.error).toMatchObject({ $type: 'missed' });
  });

  it('names the departments in the language of the call', async () => {
    expect(readColumn(await panel.call('department'), 'locale_name')).toEqual([
      'Technical support',
      'Customer care',
    ]);
    expect(readColumn(await panel.call('department', { lang: 'ru' }), 'locale_name')[0]).toBe(
      'Техническая поддержка',
    );
  });
});
