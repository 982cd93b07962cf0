import { readColumn, startPanel } from './startPanel';

describe('functions of the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeAll(async () => {
    panel = await startPanel();
  });
  afterAll(() => panel.close());

  it('narrows payments by status and days, as in the documented call', async () => {
    await panel.control('clock', { now: '2026-07-01T10:00:00Z' });
    const account = await panel.accountOf('empty@client.test');
    await panel.control('act', { action: 'pay', account });
    const days = { filter: 'on', createdate: 'other', account };
    const inside = { ...days, createdatestart: '2026-07-01', createdateend: '2026-07-01' };
    const count = async (params: Record<string, string>) => (await panel.call('payment', params)).doc.p_elems;
    expect(await count({ ...inside, status: '4' })).toEqual({ $: '1' });
    expect(await count({ ...inside, status: '1' })).toEqual({ $: '0' });
    expect(await count({ ...days, createdateend: '2026-06-30' })).toEqual({ $: '0' });
    await panel.control('reset');
  });

  it('finds users by a part of the e-mail in any case, so that the caller has to compare', async () => {
    const found = await panel.call('user', { filter: 'on', email: 'CREDITS@client.test' });
    expect(readColumn(found, 'email')).toEqual(['credits@client.test', 'notcredits@client.test.example']);
    const none = await panel.call('user', { filter: 'on', email: 'nobody@client.test' });
    expect(none.doc).not.toHaveProperty('elem');
    expect(none.doc.p_elems).toEqual({ $: '0' });
    const unknown = await panel.call('user', { filter: 'on', email: 'unknown@client.test' });
    expect(readColumn(unknown, 'email')).toEqual(['unknown@client.test.example']);
  });

  it('shows the account of a user, in the list and in its form', async () => {
    const { doc } = await panel.call('user', { filter: 'on', email: 'nearly@client.test' });
    const row = doc.elem?.[0] ?? {};
    expect(row).toMatchObject({
      name: { $: 'nearly@client.test' },
      realname: { $: 'Nutwood Cloud' },
      account_name: { $: 'Nutwood Cloud' },
      phone: {},
    });
    const form = await panel.call('user.edit', { elid: row['id']?.$ ?? '' });
    expect(form.doc).toMatchObject({ elid: row['id'], ...row });
    expect(form.doc).not.toHaveProperty('elem');
  });

  it('knows one e-mail with two accounts', async () => {
    const found = await panel.call('user', { filter: 'on', email: 'two@client.test' });
    expect(readColumn(found, 'email')).toEqual(['two@client.test', 'two@client.test']);
    expect(new Set(readColumn(found, 'account')).size).toBe(2);
  });

  it('ignores filter fields without filter=on, and fields that the list does not know', async () => {
    const all = (await panel.call('user')).doc.p_elems;
    expect((await panel.call('user', { email: 'nearly@client.test' })).doc.p_elems).toEqual(all);
    expect((await panel.call('user', { filter: 'on', mail: 'nearly' })).doc.p_elems).toEqual(all);
  });

  it('shows an account in the list and in its form with the select lists', async () => {
    const account = await panel.accountOf('nearly@client.test');
    const { doc } = await panel.call('account', { filter: 'on', id: account });
    const row = doc.elem?.[0] ?? {};
    expect(doc.elem).toHaveLength(1);
    expect(row).toMatchObject({
      id: { $: account },
      name: { $: 'Nutwood Cloud' },
      project: { $: '1' },
      balance: { $: '0.00 EUR' },
      account_status: { $orig: '1', $: 'Active' },
    });
    const form = await panel.call('account.edit', { elid: account });
    expect(form.doc).toMatchObject({
      ...row,
      elid: { $: account },
      country: { $: '56' },
      slist: expect.arrayContaining([
        { $name: 'country', val: expect.arrayContaining([{ $key: '56', $: 'Germany' }]) },
      ]),
    });
  });

  it.each(['user.edit', 'account.edit'])('says in %s that an object is missed', async (func) => {
    const { doc } = await panel.call(func, { elid: '999999' });
    expect(doc.error).toMatchObject({ $type: 'missed', $object: func.split('.')[0] });
    expect(doc.error?.param).toContainEqual({ $name: 'value', $: '999999' });
  });

  it('names the projects and the one currency of each', async () => {
    const list = await panel.call('project');
    expect(readColumn(list, 'id')).toEqual(['1', '2', '3']);
    expect(readColumn(list, 'currency_str')).toEqual(['EUR', 'USD', 'RUB']);
  });

  it('charges products and packs in one list, told apart by the intname', async () => {
    const account = await panel.accountOf('credits@client.test');
    const list = await panel.call('expense', { filter: 'on', account });
    const rows = list.doc.elem ?? [];
    const isPack = (row: (typeof rows)[number]) => row['intname']?.$ === 'paidsupport';
    const amountsOf = (some: typeof rows) => some.map((row) => row['amount']?.$);
    expect(amountsOf(rows.filter((row) => !isPack(row)))).toEqual(['143.00 EUR', '60.00 EUR', '40.00 EUR']);
    expect(amountsOf(rows.filter(isPack))).toEqual(['30.00 EUR', '30.00 EUR']);
    expect(rows[0]).toMatchObject({
      locale_name: { $: 'VMmanager 6' },
      account: { $: account },
      realdate: { $: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      cdate: { $: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      notpayd: { $: '0.00 EUR' },
      taxamount: { $: '0.00 EUR' },
    });
  });

  it('lists the packs of an account; the item of the expense is the id of the pack', async () => {
    const account = await panel.accountOf('credits@client.test');
    const packs = await panel.call('paidsupport', { filter: 'on', account });
    expect(readColumn(packs, 'pricelist')).toEqual(['101', '101']);
    expect(packs.doc.elem?.[0]).toMatchObject({
      account: { $: account },
      item_status: { $orig: '2' },
      cost: { $: '30.00 EUR' },
      expiredate: {},
      ticket_usage: { $: '0' },
    });
    const expenses = await panel.call('expense', { filter: 'on', account, locale_name: 'incident' });
    expect(readColumn(expenses, 'item')).toEqual(readColumn(packs, 'id'));
  });

  it('compares ids of accounts whole', async () => {
    const account = await panel.accountOf('credits@client.test');
    expect(
      (await panel.call('expense', { filter: 'on', account: account.slice(0, 3) })).doc,
    ).not.toHaveProperty('elem');
  });

  it('lists who holds a partner contract, and at which level', async () => {
    const account = await panel.accountOf('partner@client.test');
    const { doc } = await panel.call('hostingpartner');
    expect(doc.elem).toEqual([
      {
        id: { $: expect.any(String) },
        name: { $: 'Pine Data Centers' },
        brand: { $: 'Pine Data Centers' },
        account: { $: account },
        level: { $: 'Gold' },
      },
    ]);
    const other = await panel.call('hostingpartner', {
      filter: 'on',
      account: await panel.accountOf('expartner@client.test'),
    });
    expect(other.doc).not.toHaveProperty('elem');
  });

  describe('paging', () => {
    it('gives every row once, page by page, and always the full count', async () => {
      const all = readColumn(await panel.call('user'), 'id');
      const pages = await Promise.all(
        ['1', '2', '3', '4'].map((p_num) => panel.call('user', { p_cnt: '3', p_num })),
      );
      expect(pages.flatMap((page) => readColumn(page, 'id'))).toEqual(all);
      expect(pages.map((page) => page.doc.p_elems?.$)).toEqual(pages.map(() => String(all.length)));
      expect(pages[1]?.doc).toMatchObject({ p_cnt: { $: '3' }, p_num: { $: '2' } });
    });

    it('has no elem beyond the last page', async () => {
      expect((await panel.call('user', { p_cnt: '3', p_num: '99' })).doc).not.toHaveProperty('elem');
    });

    it('gives at most 1000 rows, and 50 when not told', async () => {
      expect((await panel.call('user', { p_cnt: '5000' })).doc).toHaveProperty('p_cnt', { $: '1000' });
      expect((await panel.call('user', { p_cnt: '-1' })).doc).toHaveProperty('p_cnt', { $: '50' });
    });
  });
});
