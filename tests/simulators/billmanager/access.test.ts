import { AUTHINFO, startPanel } from './startPanel';

describe('access to the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  it('splits authinfo at the first colon, after decoding it', async () => {
    const other = await startPanel({ login: { name: 'bridge', password: 'a:b c%41' } });
    const { doc } = await other.ask({ func: 'whoami', authinfo: 'bridge:a:b c%41' });
    await other.close();
    expect(doc['user']).toMatchObject({ $name: 'bridge', $level: '29' });
  });

  it('takes the parameters from a form as from the query, at all three addresses', async () => {
    const body = new URLSearchParams({ authinfo: AUTHINFO, func: 'whoami', out: 'sjson' });
    for (const path of ['/', '/billmgr', '/manager/billmgr']) {
      const answer = await fetch(panel.url + path, { method: 'POST', body });
      expect(await answer.json()).toHaveProperty('doc.user.$name', 'support-bridge');
    }
  });

  it('opens a session that serves as parameter and as cookie', async () => {
    const { doc } = await panel.ask({ func: 'auth', username: 'support-bridge', password: 'playground' });
    const id = doc.auth?.$id ?? '';
    expect(doc.auth).toEqual({ $id: id, $level: '29', $: id });
    expect(id).not.toBe('');
    expect((await panel.ask({ func: 'keepalive', auth: id })).doc).toHaveProperty('ok', {});
    const byCookie = await fetch(`${panel.url}/billmgr?func=whoami&out=json`, {
      headers: { cookie: `lang=en; billmgrses5=${id}` },
    });
    expect(await byCookie.json()).toHaveProperty('doc.user.$name', 'support-bridge');
  });

  it('opens no session for a wrong password', async () => {
    const { doc } = await panel.ask({ func: 'auth', username: 'support-bridge', password: 'wrong' });
    expect(doc.error).toMatchObject({ $type: 'auth', $object: 'badpassword' });
  });

  it('lets a session live for one hour from its last use', async () => {
    const { doc } = await panel.ask({ func: 'auth', username: 'support-bridge', password: 'playground' });
    const auth = doc.auth?.$id ?? '';
    await panel.control('clock', { advanceMs: 3_000_000 });
    expect((await panel.ask({ func: 'user', auth })).doc.error).toBeUndefined();
    await panel.control('clock', { advanceMs: 3_000_000 });
    expect((await panel.ask({ func: 'user', auth })).doc.error).toBeUndefined();
    await panel.control('clock', { advanceMs: 3_601_000 });
    expect((await panel.ask({ func: 'user', auth })).doc.error).toMatchObject({ $type: 'access' });
  });

  it.each([
    ['no login', { func: 'user' }],
    ['an unknown session', { func: 'user', auth: 'nobody' }],
    ['an unknown function', { func: 'user.delete.all', authinfo: AUTHINFO }],
    ['a name of the language itself', { func: 'constructor', authinfo: AUTHINFO }],
    ['no function', { authinfo: AUTHINFO }],
  ])('answers %s with an access error that names what was refused', async (_case, params) => {
    const { doc } = await panel.ask(params);
    expect(doc.error?.$type).toBe('access');
    expect(doc.error?.param).toContainEqual({ $name: 'value', $: 'func' in params ? params.func : '' });
  });

  it('never echoes a secret, and keeps none in the list of requests', async () => {
    await panel.ask({ func: 'auth', username: 'support-bridge', password: 'playground' });
    const { doc } = await panel.call('user', { lang: 'en', password: 'playground' });
    expect(doc.tparams).toEqual({ out: { $: 'json' }, func: { $: 'user' }, lang: { $: 'en' } });
    const received = await (await fetch(`${panel.url}/_control/received`)).text();
    expect(received).toContain('"func":"user"');
    expect(received).not.toContain('playground');
  });

  it('takes a call without an output it speaks for a browser, and shows the login page', async () => {
    for (const out of ['', '&out=csv']) {
      const answer = await fetch(`${panel.url}/billmgr?func=user&authinfo=${AUTHINFO}${out}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(await answer.text()).toContain('<form');
    }
  });

  it('ignores a body that is not a form', async () => {
    const answer = await fetch(`${panel.url}/billmgr?out=json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ func: 'whoami', authinfo: AUTHINFO }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveProperty('doc.error.$type', 'access');
  });
});
