import { AUTHINFO, readColumn, startPanel } from './startPanel';

const CREDENTIALS = { username: 'support-bridge', password: 'playground' };

describe('login to the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const login = async (fields: Record<string, string> = CREDENTIALS) =>
    (await panel.ask({ func: 'auth', ...fields })).doc.auth?.$id ?? '';
  const errorOf = async (params: Record<string, string>) => (await panel.ask(params)).doc.error;

  it('says in Russian, too, what was wrong', async () => {
    const error = await errorOf({ func: 'user', lang: 'ru', authinfo: 'support-bridge:wrong' });
    expect(error).toMatchObject({
      $type: 'auth',
      $object: 'badpassword',
      $lang: 'ru',
      msg: { $: 'Неверное имя пользователя или пароль ' },
    });
  });

  it('opens one session with a key that stands for the password, and keeps the key to itself', async () => {
    const key = '23d5a822f913171ee6e7ba691edf33e9';
    await panel.call('session.newkey', { key });
    const auth = await login({ username: 'support-bridge', key });
    expect((await panel.ask({ func: 'keepalive', auth })).doc).toHaveProperty('ok', {});
    expect(await login({ username: 'support-bridge', key })).toBe('');
    expect(JSON.stringify(await (await fetch(`${panel.url}/_control/received`)).json())).not.toContain(key);
    const short = await panel.call('session.newkey', { key: 'short' });
    expect(short.doc.error).toMatchObject({ $type: 'value', $object: 'key' });
  });

  it('takes name and password from a form, too', async () => {
    const body = new URLSearchParams({ func: 'auth', out: 'json', ...CREDENTIALS });
    const answer = await fetch(`${panel.url}/billmgr`, { method: 'POST', body });
    expect(await answer.json()).toHaveProperty('doc.auth.$level', '29');
  });

  describe('of clients', () => {
    const client = 'credits@client.test:client';

    it('has the level 16 and shows the own rows only', async () => {
      const account = await panel.accountOf('credits@client.test');
      const { doc } = await panel.ask({ func: 'whoami', authinfo: client });
      expect(doc['user']).toMatchObject({ $email: 'credits@client.test', $level: '16', $currency: 'EUR' });
      const list = await panel.ask({ func: 'expense', authinfo: client, filter: 'on', account: '1002' });
      expect(list.doc).not.toHaveProperty('elem');
      const own = await panel.ask({ func: 'expense', authinfo: client });
      expect(new Set(readColumn(own, 'account'))).toEqual(new Set([account]));
      expect(own.doc.elem).toHaveLength(5);
    });

    it.each(['account', 'hostingpartner', 'payment.setpaid', 'project.support'])(
      'gives no right to %s',
      async (func) => {
        expect(await errorOf({ func, authinfo: client })).toMatchObject({ $type: 'access' });
      },
    );

    it('can be done by the service user for one call', async () => {
      const { doc } = await panel.call('whoami', { su: 'Credits@Client.test' });
      expect(doc['user']).toMatchObject({ $email: 'credits@client.test', $level: '16' });
      expect((await panel.call('whoami', { su: 'nobody' })).doc.error).toMatchObject({ $type: 'access' });
    });
  });

  describe('with authinfo from some addresses only', () => {
    it('is refused from elsewhere, while sessions go on', async () => {
      const auth = await login();
      await panel.control('settings', { authinfoFrom: ['192.0.2.1'] });
      expect(await errorOf({ func: 'user', authinfo: AUTHINFO })).toMatchObject({
        $type: 'auth',
        $object: 'authinfo',
      });
      expect((await panel.ask({ func: 'user', auth })).doc.elem).toBeDefined();
    });

    it('is taken from those', async () => {
      await panel.control('settings', { authinfoFrom: ['127.0.0.1', '::1'] });
      expect((await panel.call('user')).doc.elem).toBeDefined();
    });
  });

  it('asks for a CAPTCHA where the panel is set so, but not with authinfo', async () => {
    await panel.control('settings', { captcha: true });
    expect(await errorOf({ func: 'auth', ...CREDENTIALS })).toMatchObject({
      $type: 'captcha_verification_failed',
    });
    expect((await panel.call('user')).doc.elem).toBeDefined();
  });

  it('refuses an address that the panel denies, whatever it asks', async () => {
    await panel.control('settings', { deniedAddresses: ['127.0.0.1', '::1'] });
    const calls: Record<string, string>[] = [
      { func: 'auth', ...CREDENTIALS },
      { func: 'user', authinfo: AUTHINFO },
    ];
    for (const params of calls) {
      expect(await errorOf(params)).toMatchObject({
        $object: 'badip',
        msg: { $: 'Access from this IP denied ' },
      });
    }
  });

  describe('with a second factor', () => {
    const OWED = { $: 'func=totp.confirm' };
    beforeEach(() => panel.control('settings', { totp: '123456' }));

    it('answers every function with the factor that is owed, until the code opens a new session', async () => {
      const half = await login();
      expect((await panel.ask({ func: 'user', auth: half })).doc['ok']).toEqual(OWED);
      expect((await panel.call('user')).doc['ok']).toEqual(OWED);
      const confirm = { func: 'totp.confirm', auth: half, sok: 'ok' };
      expect(await errorOf({ ...confirm, qrcode: '654321' })).toMatchObject({
        $type: 'value',
        $object: 'qrcode',
      });
      const { doc } = await panel.ask({ ...confirm, qrcode: '123456' });
      const full = doc.auth?.$id ?? '';
      expect(full).not.toBe(half);
      expect((await panel.ask({ func: 'user', auth: full })).doc.elem).toBeDefined();
      expect((await panel.ask({ func: 'user', auth: half })).doc['ok']).toEqual(OWED);
      expect(JSON.stringify(doc['tparams'])).not.toContain('123456');
    });

    it('asks no client for it', async () => {
      const list = await panel.ask({ func: 'expense', authinfo: 'credits@client.test:client' });
      expect(list.doc.elem).toBeDefined();
    });
  });

  it('denies single functions', async () => {
    await panel.control('settings', { deniedFunctions: ['hostingpartner'] });
    expect((await panel.call('hostingpartner')).doc.error).toMatchObject({ $type: 'access' });
    expect((await panel.call('user')).doc.elem).toBeDefined();
  });
});
