import { readColumn, startPanel } from './startPanel';

describe('page of the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const readPage = async (path = '/') =>
    (await fetch(panel.url + path, { headers: { accept: 'text/html' } })).text();

  /** The row of one client, as text. */
  const readRow = async (name: string) => {
    const row = (await readPage()).split('<tr ').find((each) => each.includes(`<b>${name}</b>`));
    if (row === undefined) throw new Error(`The page has no row of ${name}.`);
    return row;
  };

  /** Presses a button as a browser does: posts the hidden fields of its form, and what was filled in. */
  const press = async (label: string, filledIn: Record<string, string> = {}) => {
    const forms = (await readPage()).match(/<form.*?<\/form>/g) ?? [];
    const form = forms.find((each) => each.includes(`>${label}<`) || each.includes(`aria-label="${label}"`));
    if (form === undefined) throw new Error(`The page has no button "${label}".`);
    const fields = [...form.matchAll(/name="(.*?)" value="(.*?)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    fields.push(...Object.entries(filledIn));
    return fetch(`${panel.url}${/action="(.*?)"/.exec(form)?.[1] ?? ''}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  };

  it('shows each client with e-mail, account, spend, packs and contract', async () => {
    const page = await readPage();
    expect(page).toContain('<title>BILLmanager (simulator)</title>');
    const account = await panel.accountOf('credits@client.test');
    const row = await readRow('Cedar Hosting GmbH');
    for (const text of ['credits@client.test', account, 'EUR&nbsp;243.00', 'EUR&nbsp;0.00', '1 + 1', 'no'])
      expect(row).toContain(`>${text}<`);
    expect(await readRow('Pine Data Centers')).toContain('>Gold<');
  });

  it('is the page only for a call that asks for nothing', async () => {
    const answer = await fetch(`${panel.url}/?out=json`);
    expect(await answer.json()).toHaveProperty('doc.error.$type', 'access');
  });

  it('leads a pressed button back to the page, which says what was done', async () => {
    const answer = await press('Pay EUR 100: Nutwood Cloud');
    expect(answer.status).toBe(303);
    const account = await panel.accountOf('nearly@client.test');
    expect(answer.headers.get('location')).toBe(`/#account-${account}`);
    const row = await readRow('Nutwood Cloud');
    expect(row).toContain('>EUR&nbsp;263.00<');
    expect(row).toContain('>Nutwood Cloud paid EUR 100.00 for products.</p>');
    expect(await readPage()).toContain('<title>Nutwood Cloud paid EUR 100.00 for products. ·');
  });

  it('sells packs, which are no spend on products', async () => {
    await press('Buy 1 credit: Elm Web Studio');
    await press('Buy 5 credits: Elm Web Studio');
    const row = await readRow('Elm Web Studio');
    expect(row).toContain('>1 + 5<');
    expect(row).toContain('>EUR&nbsp;40.00<');
    const account = await panel.accountOf('empty@client.test');
    const { doc } = await panel.call('expense', { filter: 'on', account });
    expect(doc.elem?.map((each) => [each['intname']?.$, each['amount']?.$])).toEqual([
      ['vmmanager6', '40.00 EUR'],
      ['paidsupport', '30.00 EUR'],
      ['paidsupport', '100.00 EUR'],
    ]);
  });

  it('makes a partner and ends the partnership', async () => {
    await press('Make partner: Elm Web Studio');
    const account = await panel.accountOf('empty@client.test');
    const read = async () =>
      (await panel.call('hostingpartner', { filter: 'on', account })).doc.elem?.[0]?.['level'];
    expect(await read()).toEqual({ $: 'Gold' });
    await press('End partnership: Elm Web Studio');
    expect(await read()).toBeUndefined();
  });

  it('returns a payment that is picked, and says how much', async () => {
    const account = await panel.accountOf('nearly@client.test');
    const [first = ''] = readColumn(await panel.call('payment', { filter: 'on', account }), 'id');
    await press('Return a payment: Nutwood Cloud', { payment: first, amount: '9.00' });
    const row = await readRow('Nutwood Cloud');
    expect(row).toContain(`>Nutwood Cloud got back EUR 9.00 of payment ${first}.</p>`);
    expect(row).toContain('<td role="cell" data-name="Returned"><div>EUR&nbsp;9.00<');
    await press('Return a payment: Nutwood Cloud', { payment: first, amount: '' });
    expect(await readRow('Nutwood Cloud')).toContain('<div>EUR&nbsp;99.00<');
    expect(await readRow('Nutwood Cloud')).not.toContain(`<option value="${first}"`);
  });

  it('says on the page why something could not be done', async () => {
    const account = await panel.accountOf('nearly@client.test');
    const answer = await press('Return a payment: Nutwood Cloud', { amount: '1000.00' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/#account-${account}`);
    expect(await readRow('Nutwood Cloud')).toMatch(/class="note refusal".*no more than 64\.00/);
  });

  it('buys a pack in the currency of the client, and tops up the balance', async () => {
    await panel.control('seed', { clients: [{ email: 'x@client.test', name: 'X', currency: 'USD' }] });
    await press('Buy 30 credits: X');
    await press('Top up USD 100: X');
    const row = await readRow('X');
    expect(row).toContain('>30<');
    expect(row).toContain('<td role="cell" data-name="Balance"><div>USD&nbsp;100.00<');
  });

  it('finds clients, stays with what was found, and shows no more than 50', async () => {
    await panel.control('seed', { clientCount: 60 });
    const page = await readPage('/?q=MANY.test');
    expect(page).toContain('50 of 60 shown');
    expect(page).not.toContain('Elm Web Studio');
    const form = /<form(?:(?!<form).)*Pay EUR 100: Client 7".*?<\/form>/.exec(page)?.[0] ?? '';
    expect(form).toContain('name="q" value="MANY.test"');
    const answer = await fetch(`${panel.url}/_control/act`, {
      method: 'POST',
      body: new URLSearchParams({ action: 'pay', email: 'client7@many.test', q: 'MANY.test' }),
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toMatch(/^\/\?q=MANY\.test#account-\d+$/);
  });

  it('misbehaves as picked, and is set up as usual again', async () => {
    await press('Misbehave', { fault: 'busy' });
    expect((await panel.call('user')).doc.error).toBeDefined();
    await press('Come back');
    await panel.control('settings', { deniedFunctions: ['user'] });
    expect(await readPage()).toContain('&quot;deniedFunctions&quot;');
    await press('Usual settings');
    expect((await panel.call('user')).doc.error).toBeUndefined();
    expect(await readPage()).not.toContain('deniedFunctions');
  });

  it('goes down and comes back', async () => {
    const readStatus = async () => (await fetch(`${panel.url}/billmgr?func=keepalive&out=json`)).status;
    await press('Go down');
    expect(await readStatus()).toBe(502);
    await press('Come back');
    expect(await readStatus()).toBe(200);
  });

  it('shows names as text, whatever is in them', async () => {
    await panel.control('seed', { clients: [{ email: 'x@client.test', name: `<script>"&'` }] });
    const page = await readPage();
    expect(page).not.toContain('<script>');
    expect(page).toContain('<b>&lt;script&gt;&quot;&amp;&#39;</b>');
  });

  describe('by JSON', () => {
    it('answers what was done', async () => {
      expect(await panel.control('act', { action: 'buy', email: 'empty@client.test', credits: 30 })).toEqual({
        status: 200,
        body: { ok: true, note: 'Elm Web Studio bought 30 credits.' },
      });
      expect((await panel.control('act', { action: 'go_down' })).body).toHaveProperty('ok', true);
    });

    it('asks which account is meant when an e-mail has two', async () => {
      const answer = await panel.control('act', { action: 'pay', email: 'two@client.test' });
      expect(answer.status).toBe(400);
      expect(answer.body['error']).toContain('several accounts');
    });

    it.each([
      [undefined, '"action" wants'],
      [{ action: 'steal', email: 'empty@client.test' }, '"action" wants'],
      [{ action: 'pay' }, 'No such client'],
      [{ action: 'pay', email: 'unknown@client.test' }, 'No such client'],
      [{ action: 'pay', email: 'empty@client.test', amountEur: 100 }, '"amountEur" wants'],
      [{ action: 'buy', email: 'empty@client.test', credits: 2 }, '"credits" wants one of 1, 5, 30'],
      [{ action: 'make_partner', email: 'empty@client.test', level: '' }, '"level" wants'],
      [{ action: 'misbehave', fault: 'constructor' }, '"fault" wants one of slow'],
      [{ action: 'return', email: 'empty@client.test', payment: '1' }, 'no payment that could be returned'],
    ])('refuses %j', async (body, sentence) => {
      const answer = await panel.control('act', body);
      expect(answer.status).toBe(400);
      expect(answer.body['error']).toContain(sentence);
    });
  });
});
