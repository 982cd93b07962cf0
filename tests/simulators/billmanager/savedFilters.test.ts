import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readColumn, startPanel } from './startPanel';

describe('filters that are stored', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const store = (fields: Record<string, string>) => panel.call('user.filter', { sok: 'ok', ...fields });
  const listUsers = async (fields: Record<string, string> = {}) =>
    readColumn(await panel.call('user', fields), 'email');

  it('shorten the list from then on, and leave no trace in it', async () => {
    const all = await listUsers();
    expect((await store({ email: 'credits@' })).doc).toMatchObject({ ok: {}, saved_filters: {} });
    const list = await panel.call('user');
    expect(readColumn(list, 'email')).toEqual(['credits@client.test', 'notcredits@client.test.example']);
    expect(list.doc).toMatchObject({ p_elems: { $: '2' }, saved_filters: {} });
    await store({ email: '' });
    expect(await listUsers()).toEqual(all);
  });

  it('show in their form', async () => {
    expect((await panel.call('user.filter')).doc).toMatchObject({ email: {}, account: {} });
    await store({ email: 'credits@' });
    expect((await panel.call('user.filter')).doc).toMatchObject({ email: { $: 'credits@' }, account: {} });
  });

  it('give way to a filter in the call, unless the panel mixes the two', async () => {
    await store({ email: 'credits@' });
    expect(await listUsers({ filter: 'on', email: 'empty@' })).toEqual(['empty@client.test']);
    await panel.control('settings', { mixesFilters: true });
    expect(await listUsers({ filter: 'on', email: 'empty@' })).toEqual([]);
    expect(await listUsers({ filter: 'on', email: 'client.test' })).toHaveLength(2);
  });

  it('belong to one user and one list', async () => {
    await store({ email: 'credits@' });
    const { doc } = await panel.ask({ func: 'user', authinfo: 'empty@client.test:client' });
    expect(doc.elem).toHaveLength(1);
    expect(readColumn(await panel.call('account'), 'id').length).toBeGreaterThan(2);
  });

  it('are only echoed by a panel of the other kind, as long as an output is asked for', async () => {
    await panel.control('settings', { filterFormOnlyEchoes: true });
    expect((await store({ email: 'credits@' })).doc).toMatchObject({ email: { $: 'credits@' } });
    expect((await listUsers()).length).toBeGreaterThan(2);
    const query = 'func=user.filter&sok=ok&email=credits%40&authinfo=support-bridge:playground';
    await fetch(`${panel.url}/billmgr?${query}`);
    expect(await listUsers()).toHaveLength(2);
  });

  it('are set from a client, too', async () => {
    const account = await panel.accountOf('credits@client.test');
    await panel.call('payment.setfilter', { elid: account });
    expect(new Set(readColumn(await panel.call('payment'), 'account'))).toEqual(new Set([account]));
  });

  it('last over a restart, and end with a reset', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'billing-'));
    const first = await startPanel({ dataDir });
    await first.call('user.filter', { sok: 'ok', email: 'credits@' });
    await first.close();
    const second = await startPanel({ dataDir });
    const kept = readColumn(await second.call('user'), 'id');
    second.reset();
    const fresh = readColumn(await second.call('user'), 'id');
    await second.close();
    rmSync(dataDir, { recursive: true, force: true });
    expect(kept).toHaveLength(2);
    expect(fresh.length).toBeGreaterThan(2);
  });
});
