import { buildTestPanel, failureOf } from '../askPanel';
import { startScriptedPanel, toError, toList } from '../scriptedPanel';
import type { ScriptedPanel } from '../scriptedPanel';

let panel: ScriptedPanel | undefined;

/** A panel that hands out sessions s1, s2, …, of which only those in `alive` are let in. */
async function startSessions(functions: Record<string, unknown> = {}) {
  const alive = new Set<string>();
  let made = 0;
  panel = await startScriptedPanel(({ func = '', auth = '' }) => {
    if (func === 'auth') {
      const id = `s${(made += 1)}`;
      alive.add(id);
      return { doc: { auth: { $id: id, $level: '29', $: id } } };
    }
    if (!alive.has(auth)) return toError('access');
    if (func === 'keepalive') return { doc: { ok: {} } };
    return functions[func] ?? toList([]);
  });
  return { ...buildTestPanel({ baseUrl: panel.url, login: 'session' }), alive };
}

const sent = () => panel?.calls.map(({ params }) => [params['func'], params['auth']]);

afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

describe('a session', () => {
  it('is made by a login in the body when it is first needed, and used from then on', async () => {
    const { ask } = await startSessions();
    await ask('user');
    await ask('account');
    expect(sent()).toEqual([
      ['auth', undefined],
      ['user', 's1'],
      ['account', 's1'],
    ]);
    expect(panel?.calls[0]).toMatchObject({
      method: 'POST',
      url: '/billmgr',
      params: { func: 'auth', username: 'bridge', password: 'p&ss:w=rd', out: 'json', lang: 'en' },
    });
    expect(panel?.calls.filter(({ params }) => 'authinfo' in params)).toEqual([]);
  });

  it('is shared by calls that need it at the same time', async () => {
    const { ask } = await startSessions();
    await Promise.all(['user', 'account', 'expense', 'paidsupport'].map((func) => ask(func)));
    expect(sent()?.filter(([func]) => func === 'auth')).toHaveLength(1);
  });

  it('that has ended is made anew once, and the call is repeated', async () => {
    const { ask, alive } = await startSessions();
    await ask('user');
    alive.clear();
    expect((await ask('expense'))?.isList).toBe(true);
    expect(sent()?.slice(2)).toEqual([
      ['expense', 's1'],
      ['keepalive', 's1'],
      ['auth', undefined],
      ['expense', 's2'],
    ]);
  });

  it('that has ended for many calls at once is made anew once', async () => {
    const { ask, alive } = await startSessions();
    await ask('user');
    alive.clear();
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((func) => ask(func)));
    expect(answers.map((answer) => answer?.isList)).toEqual([true, true, true, true]);
    expect(sent()?.filter(([func]) => func === 'auth')).toHaveLength(2);
  });

  it('that lives is not made anew for a right that is missing', async () => {
    const { ask } = await startSessions({ hostingpartner: toError('access') });
    expect(await ask('hostingpartner')).toBeUndefined();
    expect(await ask('hostingpartner')).toBeUndefined();
    expect(sent()?.filter(([func]) => func === 'auth')).toHaveLength(1);
  });

  it('that ends at once again is not made a third time: the right is missing', async () => {
    panel = await startScriptedPanel(({ func }) =>
      func === 'auth' ? { doc: { auth: { $id: 's', $: 's' } } } : toError('access'),
    );
    const { ask } = buildTestPanel({ baseUrl: panel.url, login: 'session' });
    expect(await ask('user')).toBeUndefined();
    expect(sent()?.map(([func]) => func)).toEqual(['auth', 'user', 'keepalive', 'auth', 'user']);
  });

  it('that is refused as `auth` is made anew without asking further', async () => {
    let isOver = true;
    panel = await startScriptedPanel(({ func }) => {
      if (func === 'auth') return { doc: { auth: { $: 's' } } };
      return isOver ? ((isOver = false), toError('auth')) : toList([]);
    });
    const { ask } = buildTestPanel({ baseUrl: panel.url, login: 'session' });
    expect((await ask('user'))?.isList).toBe(true);
    expect(sent()?.map(([func]) => func)).toEqual(['auth', 'user', 'auth', 'user']);
  });
});

describe('a login', () => {
  it('that fails is not remembered', async () => {
    let isRight = false;
    panel = await startScriptedPanel(({ func }) => {
      if (func !== 'auth') return toList([]);
      return isRight ? { doc: { auth: { $: 's' } } } : toError('auth', 'badpassword');
    });
    const { ask } = buildTestPanel({ baseUrl: panel.url, login: 'session' });
    expect((await failureOf(ask('user'))).code).toBe('billing_bad_password');
    isRight = true;
    expect((await ask('user'))?.isList).toBe(true);
  });

  it('without a session in its answer is no login', async () => {
    panel = await startScriptedPanel(() => ({ doc: { ok: {} } }));
    const { ask } = buildTestPanel({ baseUrl: panel.url, login: 'session' });
    expect(await failureOf(ask('user'))).toMatchObject({ code: 'billing_unexpected_answer', retry: true });
  });

  it('keeps nobody waiting longer than they will, and goes on for the others', async () => {
    let answerLogin = () => undefined as unknown;
    panel = await startScriptedPanel(({ func }) => (func === 'auth' ? answerLogin() : toList([])));
    const { ask } = buildTestPanel({ baseUrl: panel.url, login: 'session', timeoutMs: 300 });
    const impatient = new AbortController();
    const calls = [ask('user', {}, impatient.signal), ask('account')].map(failureOf);
    impatient.abort();
    expect((await calls[0])?.message).toMatch('no login in time');
    expect((await calls[1])?.code).toBe('billing_timeout');
    answerLogin = () => ({ doc: { auth: { $: 's' } } });
    expect((await ask('user'))?.isList).toBe(true);
  });

  it('shows its password nowhere when it fails', async () => {
    panel = await startScriptedPanel(() => ({ status: 503, body: 'p&ss:w=rd' }));
    const { ask, log } = buildTestPanel({ baseUrl: panel.url, login: 'session' });
    const { message, stack, cause } = await failureOf(ask('user'));
    const said = JSON.stringify([message, stack, cause, (cause as Error | undefined)?.stack, log.lines]);
    for (const secret of ['p&ss', 'bridge']) expect(said).not.toContain(secret);
  });
});
