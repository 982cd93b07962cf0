import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUTHINFO, startPanel } from './startPanel';

// The literal samples of billmanager.md are the fixtures; what differs by nature (addresses, ids) is put in.

type Tree = { doc: Record<string, unknown> };

const readFixture = (name: string): Tree => {
  const path = join(__dirname, '../../fixtures/billmanager', name);
  return JSON.parse(readFileSync(path, 'utf8')) as Tree;
};

describe('what the panel answers, beside the samples of the reference', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  it('says that a password is wrong word for word, with 200', async () => {
    const answer = await fetch(`${panel.url}/billmgr?out=json&func=user&authinfo=support-bridge:wrong`);
    expect(answer.status).toBe(200);
    const text = (await answer.text()).replace(/remote_addr: \[.+?\]/, 'remote_addr: [203.0.113.7]');
    expect(JSON.parse(text)).toEqual(readFixture('errorAuth.json'));
  });

  it('wraps an action that was done', async () => {
    const key = '23d5a822f913171ee6e7ba691edf33e9';
    const answer = await panel.ask({ out: 'sjson', func: 'session.newkey', key, authinfo: AUTHINFO });
    const { doc } = readFixture('saved.json');
    expect(answer).toEqual({ doc: { ...doc, $host: panel.url } });
  });

  it('lists a payment', async () => {
    const { doc: sample } = readFixture('paymentList.json');
    await panel.control('clock', { now: '2026-05-02T10:00:00Z' });
    const client = { email: 'a@b.test', name: 'Example GmbH', payments: [{ amount: '120.00', status: '4' }] };
    const { body } = await panel.control('seed', { clients: [client] });
    const account = (body as { clients: { accountId: string }[] }).clients[0]?.accountId ?? '';
    const { doc } = await panel.call('payment', { filter: 'on', account, p_cnt: '1000' });
    const [row] = sample['elem'] as Record<string, unknown>[];
    const id = doc.elem?.[0]?.['id'];
    expect(doc).toMatchObject({
      ...sample,
      $host: panel.url,
      elem: [{ ...row, id, number: id }],
      p_possible_filters: { filter: expect.arrayContaining([{ $name: 'number' }, { $name: 'status' }]) },
    });
  });

  it('opens a session', async () => {
    const { doc } = await panel.ask({ func: 'auth', username: 'support-bridge', password: 'playground' });
    const id = doc.auth?.$id;
    expect(doc.auth).toEqual({ ...(readFixture('session.json').doc['auth'] as object), $id: id, $: id });
  });

  it('asks for the second factor', async () => {
    await panel.control('settings', { totp: '123456' });
    expect((await panel.call('user')).doc).toMatchObject(readFixture('secondFactor.json').doc);
  });

  it('refuses a purchase that the balance does not reach for', async () => {
    await panel.control('act', { action: 'top_up', email: 'empty@client.test', amount: '12.50' });
    const { doc } = await panel.call('incident', { su: 'empty@client.test', count: '1', sok: 'ok' });
    expect(doc.error).toMatchObject({
      ...(readFixture('errorInsufficientFunds.json').doc['error'] as object),
      param: expect.arrayContaining([
        { $name: 'amount', $: '30.00 EUR' },
        { $name: 'balance', $: '12.50 EUR' },
        { $name: 'limit', $: '0.00 EUR' },
      ]),
    });
  });

  it('speaks XML: attributes, texts, repeated rows, and nothing that breaks it', async () => {
    await panel.control('seed', { clients: [{ email: 'a@b.test', name: 'A & <B> "C"' }] });
    const read = async (query: string) => {
      const answer = await fetch(`${panel.url}/billmgr?out=xml&authinfo=${AUTHINFO}&${query}`);
      expect(answer.headers.get('content-type')).toContain('text/xml');
      return answer.text();
    };
    const user = await read('func=user&filter=on&email=a@b.test');
    expect(user).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<doc lang="en" func="user" /);
    expect(user).toMatch(/<elem><id>\d+<\/id><email>a@b\.test<\/email>/);
    expect(user).toContain('<realname>A &amp; &lt;B&gt; &quot;C&quot;</realname><phone/>');
    expect(user).toContain('<p_elems>1</p_elems>');
    expect(user).not.toContain('playground');
    const payments = await read('func=payment&p_cnt=2');
    expect(payments.match(/<elem>/g)).toHaveLength(2);
    expect(payments).toContain('<status orig="4">Credited</status>');
    const auth = await read('func=auth&username=credits@client.test&password=client');
    expect(auth).toMatch(/<auth id="(\w+)" level="16">\1<\/auth>/);
    expect(await read('func=nothing')).toContain('<error type="access" lang="en">');
  });
});
