import { readColumn, startPanel } from './startPanel';

describe('clients of the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const seed = async (client: Record<string, unknown>) => {
    const { body } = await panel.control('seed', { clients: [{ email: 'a@b.test', name: 'A', ...client }] });
    return (body as { clients: { accountId: string; spent: string }[] }).clients[0]!;
  };

  it('has several users of one account', async () => {
    const { accountId: account } = await seed({ colleagues: ['b@b.test', 'c@b.test'] });
    const list = await panel.call('user', { filter: 'on', account });
    expect(readColumn(list, 'email')).toEqual(['a@b.test', 'b@b.test', 'c@b.test']);
  });

  it('puts accounts into groups, which the form of an account shows', async () => {
    const { accountId: elid } = await seed({ groups: ['Partners', 'Hosters'] });
    await seed({ groups: ['Partners'] });
    const groups = await panel.call('accountgroup');
    expect(readColumn(groups, 'name')).toEqual(['Partners', 'Hosters']);
    const { doc } = await panel.call('account.edit', { elid });
    expect(doc['accountgroup']).toEqual({ $: readColumn(groups, 'id').join(', ') });
  });

  it('changes a partner contract by its form', async () => {
    const { accountId: account } = await seed({ partnerLevel: 'Silver' });
    const of = { filter: 'on', account };
    const elid = readColumn(await panel.call('hostingpartner', of), 'id')[0] ?? '';
    await panel.call('hostingpartner.edit', { elid, sok: 'ok', level: 'Gold', incidentcount: '5' });
    expect((await panel.call('hostingpartner.edit', { elid })).doc).toMatchObject({
      account: { $: account },
      level: { $: 'Gold' },
      incidentcount: { $: '5' },
    });
    expect((await panel.call('hostingpartner.edit', { elid: '0', sok: 'ok' })).doc.error).toMatchObject({
      $type: 'missed',
    });
  });

  it('holds 100,000 charges of one client, and pages through them', async () => {
    const { accountId: account, spent } = await seed({ expenseCount: 100_000 });
    let sumCents = 0;
    const ids = new Set<string | undefined>();
    for (let page = 1; page <= 100; page += 1) {
      const params = { filter: 'on', account, p_cnt: '1000', p_num: String(page) };
      const list = await panel.call('expense', params);
      expect(list.doc.p_elems).toEqual({ $: '100000' });
      for (const amount of readColumn(list, 'amount')) sumCents += Number(amount?.replace(/\D/g, ''));
      for (const id of readColumn(list, 'id')) ids.add(id);
    }
    expect(ids.size).toBe(100_000);
    expect(`${String(sumCents / 100)}.00`).toBe(spent);
  }, 60_000);

  it('adds thousands of clients, each under an e-mail of its own', async () => {
    const { body } = await panel.control('seed', { clientCount: 2_000 });
    const added = (body as { clients: { email: string; accountId: string }[] }).clients;
    await panel.control('seed', { clientCount: 1 });
    expect(new Set(added.map((client) => client.email)).size).toBe(2_000);
    expect(await panel.accountOf('client1999@many.test')).toBe(added[1998]?.accountId);
    expect(await panel.accountOf('client2001@many.test')).not.toBe('');
    const list = await panel.call('account', { p_cnt: '1000', p_num: '2' });
    expect(list.doc.elem).toHaveLength(1_000);
  });

  it.each([
    [{ colleagues: ['nobody'] }, '"colleagues" as a list of e-mails'],
    [{ currency: 'GBP' }, '"currency" out of EUR, USD, RUB'],
    [{ currency: 'USD', spentEur: '1.00' }, 'no "spentEur"'],
    [{ spent: '1' }, '"spent" as a text'],
    [{ taxPercent: 101 }, '"taxPercent"'],
    [{ expenseCount: -1 }, '"expenseCount"'],
    [{ packs: [{ credits: 5, months: 3 }] }, '"packs" as a list'],
    [{ payments: [{ amount: '1.00', status: '10' }] }, '"payments" as a list'],
    [{ groups: [''] }, '"groups" as a list of names'],
  ])('refuses to seed %j', async (client, sentence) => {
    const body = { clients: [{ email: 'a@b.test', name: 'A', ...client }] };
    const answer = await panel.control('seed', body);
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain(sentence);
    expect(await panel.accountOf('a@b.test')).toBe('');
  });
});
