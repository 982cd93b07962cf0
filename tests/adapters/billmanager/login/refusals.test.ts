import { buildTestPanel, failureOf } from '../askPanel';
import { startScriptedPanel } from '../scriptedPanel';
import type { ScriptedPanel } from '../scriptedPanel';
import errorAuth from '../../../fixtures/billmanager/errorAuth.json';
import secondFactor from '../../../fixtures/billmanager/secondFactor.json';

let panel: ScriptedPanel;

const toRefusal = ($type: string, $object?: string, message = 'Words of the panel') => ({
  doc: { error: { $type, $object, msg: { $: message } } },
});

const refusals: [string, unknown, string, RegExp][] = [
  ['a wrong password', errorAuth, 'billing_bad_password', /set BILLMANAGER_AUTHINFO/],
  [
    'a CAPTCHA by type',
    toRefusal('captcha_verification_failed'),
    'billing_captcha',
    /BILLMANAGER_LOGIN=authinfo/,
  ],
  [
    'a CAPTCHA by object',
    toRefusal('auth', 'captcha_verification_failed'),
    'billing_captcha',
    /switch the CAPTCHA off/,
  ],
  ['an address by object', toRefusal('auth', 'badip'), 'billing_ip_refused', /«Access to control panel»/],
  [
    'an address by words',
    toRefusal('access', undefined, 'Access from this IP denied '),
    'billing_ip_refused',
    /«Bind session to IP»/,
  ],
  [
    'restricted authinfo',
    toRefusal('access', 'authinfo'),
    'billing_authinfo_restricted',
    /«Restrict use of authinfo».*BILLMANAGER_LOGIN=session/,
  ],
  ['a second factor', secondFactor, 'billing_second_factor', /switch two-factor authentication off/],
  ['a login without a reason', toRefusal('auth'), 'billing_unauthorized', /can log in to BILLmanager/],
];

const start = async (answer: unknown, login: 'authinfo' | 'session') => {
  panel = await startScriptedPanel(() => answer);
  return buildTestPanel({ baseUrl: panel.url, login });
};

afterEach(() => panel.close());

describe.each(['authinfo', 'session'] as const)('being let in by %s', (login) => {
  it.each(refusals)('tells %s by its own code, and what to do', async (_name, answer, code, advice) => {
    const { ask } = await start(answer, login);
    const error = await failureOf(ask('user'));
    expect([error.code, error.retry]).toEqual([code, false]);
    expect(error.message).toMatch(advice);
    expect(error.message).not.toMatch(/Words of the panel|203\.0\.113\.7/);
  });
});

describe('a session that wants a second factor', () => {
  it('is told by the first function, because the login itself succeeds', async () => {
    panel = await startScriptedPanel(({ func }) =>
      func === 'auth' ? { doc: { auth: { $id: 's1', $: 's1' } } } : secondFactor,
    );
    const { ask } = buildTestPanel({ baseUrl: panel.url, login: 'session' });
    expect((await failureOf(ask('user'))).code).toBe('billing_second_factor');
    expect(panel.calls.map(({ params }) => params['func'])).toEqual(['auth', 'user']);
  });
});

describe('a right that is missing', () => {
  it('is no failure of the call', async () => {
    const { ask } = await start(toRefusal('access', 'user'), 'authinfo');
    expect(await ask('user')).toBeUndefined();
  });
});

describe('an error about what was asked', () => {
  it('shows type and object when they are words, and nothing else', async () => {
    const { ask } = await start(toRefusal('value', 'someone@client.test'), 'authinfo');
    const error = await failureOf(ask('user'));
    expect([error.code, error.retry, error.message]).toEqual([
      'billing_error',
      false,
      'BILLmanager refused func=user (value, not shown)',
    ]);
  });
});
