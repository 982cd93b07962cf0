import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readColumn, startPanel } from './startPanel';

type Line = { accountId: string; emails: string[]; spent: string; packs: number[]; partnerLevel?: string };

describe('control of the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const readClients = async (email: string): Promise<Line[]> => {
    const state = (await (await fetch(`${panel.url}/_control/state`)).json()) as { clients: Line[] };
    return state.clients.filter((client) => client.emails.includes(email));
  };

  it.each([
    ['credits@client.test', '243.00', [1, 1], undefined],
    ['empty@client.test', '40.00', [], undefined],
    ['partner@client.test', '500.00', [], 'Gold'],
    ['nearly@client.test', '163.00', [], undefined],
  ])('starts with %s as promised', async (email, spent, packs, level) => {
    const clients = await readClients(email);
    expect(clients).toHaveLength(1);
    expect(clients[0]).toMatchObject({ spent, packs });
    expect(clients[0]?.partnerLevel).toBe(level);
  });

  it('starts with two accounts of two@client.test, and without unknown@client.test', async () => {
    expect(await readClients('two@client.test')).toHaveLength(2);
    expect(await readClients('unknown@client.test')).toEqual([]);
  });

  it('seeds clients and answers their ids', async () => {
    const { status, body } = await panel.control('seed', {
      clients: [
        {
          email: 'new@client.test',
          name: 'New Ltd',
          spentEur: '120.00',
          packs: [1, 5],
          partnerLevel: 'Silver',
        },
        { email: 'poor@client.test', name: 'Poor Ltd' },
      ],
    });
    expect(status).toBe(200);
    const [added] = (body as { clients: { email: string; userId: string; accountId: string }[] }).clients;
    expect(added).toMatchObject({
      email: 'new@client.test',
      accountId: await panel.accountOf('new@client.test'),
    });
    expect(await readClients('new@client.test')).toMatchObject([
      { accountId: added?.accountId, spent: '120.00', packs: [1, 5], partnerLevel: 'Silver' },
    ]);
    expect(await readClients('poor@client.test')).toMatchObject([{ spent: '0.00', packs: [] }]);
  });

  it('gives a known e-mail a further account', async () => {
    await panel.control('seed', { clients: [{ email: 'empty@client.test', name: 'Second' }] });
    expect(await readClients('empty@client.test')).toHaveLength(2);
  });

  it.each([
    [undefined, 'A seed wants'],
    [{ clients: 'all' }, 'A seed wants'],
    [{ clients: [null] }, 'clients[0] wants an "email"'],
    [{ clients: [{ email: 'a@b.test', name: 'A', spentEur: 120 }] }, '"spentEur" as a text like "120.00"'],
    [{ clients: [{ email: 'a@b.test', name: 'A', packs: [2] }] }, 'sizes out of 1, 5, 30'],
    [{ clients: [{ email: 'a@b.test', name: 'A', partnerLevel: '' }] }, '"partnerLevel"'],
    [{ clients: [{ email: 'a@b.test', name: 'A', credits: 4 }] }, 'has no place for "credits"'],
  ])('refuses to seed %j', async (body, sentence) => {
    const answer = await panel.control('seed', body);
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain(sentence);
  });

  it('adds nothing of a seed that is wrong in part', async () => {
    await panel.control('seed', { clients: [{ email: 'good@client.test', name: 'Good' }, { email: 'bad' }] });
    expect(await readClients('good@client.test')).toEqual([]);
  });

  it('goes back to the seed on reset, under ids never given before', async () => {
    const before = readColumn(await panel.call('account'), 'id');
    await panel.control('act', { action: 'pay', email: 'nearly@client.test' });
    await panel.control('clock', { now: '2040-01-01T00:00:00Z' });
    await panel.control('reset');
    const after = readColumn(await panel.call('account'), 'id');
    expect(after).toHaveLength(before.length);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    expect(await readClients('nearly@client.test')).toMatchObject([{ spent: '163.00' }]);
    expect((await panel.control('clock', { advanceMs: 0 })).body['now']).not.toMatch(/^2040/);
    // The one call since the reset is all that is left in the list.
    expect(await (await fetch(`${panel.url}/_control/received`)).json()).toHaveLength(1);
  });

  it('tells what it received: address, status and parameters', async () => {
    await panel.call('expense', { filter: 'on', account: '1001' });
    const [request] = (await (await fetch(`${panel.url}/_control/received`)).json()) as unknown[];
    expect(request).toEqual({
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      method: 'GET',
      path: '/billmgr',
      status: 200,
      detail: { params: { out: 'json', func: 'expense', filter: 'on', account: '1001' } },
    });
  });

  describe('over a restart', () => {
    let dataDir: string;
    beforeEach(() => {
      dataDir = mkdtempSync(join(tmpdir(), 'billing-'));
    });
    afterEach(() => {
      rmSync(dataDir, { recursive: true, force: true });
    });

    it('keeps what was changed, and gives no id twice', async () => {
      const first = await startPanel({ dataDir });
      await first.control('act', { action: 'buy', email: 'empty@client.test', credits: 5 });
      const accountsBefore = readColumn(await first.call('account'), 'id');
      const packsBefore = readColumn(await first.call('paidsupport'), 'id');
      await first.close();

      const second = await startPanel({ dataDir });
      expect(readColumn(await second.call('account'), 'id')).toEqual(accountsBefore);
      expect(readColumn(await second.call('paidsupport'), 'id')).toEqual(packsBefore);
      second.reset();
      const accountsAfter = readColumn(await second.call('account'), 'id');
      await second.close();
      expect(accountsAfter.filter((id) => accountsBefore.includes(id))).toEqual([]);
    });

    it('starts from the seed when an older version wrote the state, and gives none of its ids again', async () => {
      mkdirSync(join(dataDir, 'simulators'));
      const old = { rows: { accounts: [{ id: '1400' }] }, nextIds: { account: 1500, user: 5500 } };
      writeFileSync(join(dataDir, 'simulators', 'billmanager.json'), JSON.stringify(old));
      const later = await startPanel({ dataDir });
      const ids = readColumn(await later.call('account'), 'id');
      await later.close();
      expect(ids[0]).toBe('1500');
    });
  });
});
