import { startPanel } from './startPanel';

describe('page of the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const readPage = async () => (await fetch(panel.url, { headers: { accept: 'text/html' } })).text();

  /** The row of one client, as text. */
  const readRow = async (name: string) => {
    const row = (await readPage()).split('<tr ').find((each) => each.includes(`>${name}<`));
    if (row === undefined) throw new Error(`The page has no row of ${name}.`);
    return row;
  };

  /** Presses a button as a browser does: posts its hidden fields as a form. */
  const press = async (label: string) => {
    const forms = (await readPage()).match(/<form.*?<\/form>/g) ?? [];
    const form = forms.find((each) => each.includes(`>${label}<`) || each.includes(`aria-label="${label}"`));
    if (form === undefined) throw new Error(`The page has no button "${label}".`);
    const fields = [...form.matchAll(/name="(.*?)" value="(.*?)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
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
    for (const text of ['credits@client.test', account, '243.00', '1 + 1', 'no'])
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
    expect(answer.headers.get('location')).toBe('/');
    expect(await readRow('Nutwood Cloud')).toContain('>263.00<');
    expect(await readPage()).toContain('Nutwood Cloud paid EUR 100.00 for products.');
  });

  it('sells packs, which are no spend on products', async () => {
    await press('Buy 1 credit: Elm Web Studio');
    await press('Buy 5 credits: Elm Web Studio');
    const row = await readRow('Elm Web Studio');
    expect(row).toContain('>1 + 5<');
    expect(row).toContain('>40.00<');
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
    expect(page).toContain('>&lt;script&gt;&quot;&amp;&#39;<');
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
    ])('refuses %j', async (body, sentence) => {
      const answer = await panel.control('act', body);
      expect(answer.status).toBe(400);
      expect(answer.body['error']).toContain(sentence);
    });
  });
});
