import { startBillmanager } from '../../../../src/simulators/billmanager/startBillmanager';
import { buildTestPanel, failureOf } from '../askPanel';

let simulator: Awaited<ReturnType<typeof startBillmanager>>;

const control = async (path: string, body: unknown) => {
  const response = await fetch(`${simulator.url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
};

const build = (login: 'authinfo' | 'session') =>
  buildTestPanel({ baseUrl: simulator.url, authinfo: 'support-bridge:playground', login });

beforeAll(async () => {
  simulator = await startBillmanager({ port: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

describe('the simulated panel', () => {
  it.each(['authinfo', 'session'] as const)('is read by %s', async (login) => {
    const users = await build(login).ask('user');
    expect(users?.rows.length).toBeGreaterThan(0);
  });

  it('that restricts authinfo says so, and is read by a session', async () => {
    await control('settings', { authinfoFrom: [] });
    expect((await failureOf(build('authinfo').ask('user'))).code).toBe('billing_authinfo_restricted');
    expect((await build('session').ask('user'))?.isList).toBe(true);
  });

  it('that asks for a CAPTCHA says so, and is read by authinfo', async () => {
    await control('settings', { captcha: true });
    expect((await failureOf(build('session').ask('user'))).code).toBe('billing_captcha');
    expect((await build('authinfo').ask('user'))?.isList).toBe(true);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['wants a second factor', { totp: '123456' }, 'billing_second_factor'],
    [
      'denies the address',
      { deniedAddresses: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] },
      'billing_ip_refused',
    ],
  ])('that %s says so whoever asks', async (_name, settings, code) => {
    await control('settings', settings);
    for (const login of ['authinfo', 'session'] as const) {
      expect((await failureOf(build(login).ask('user'))).code).toBe(code);
    }
  });

  it('that ended a session is asked again with a new one', async () => {
    const { ask } = build('session');
    await ask('user');
    simulator.reset();
    expect((await ask('user'))?.isList).toBe(true);
  });

  it('that takes every session for ended does not keep the bridge logging in', async () => {
    const { ask } = build('session');
    await control('faults', { expireSession: true });
    expect(await ask('user')).toBeUndefined();
  });

  it('that works on the same request still is asked again', async () => {
    await control('faults', { requestInProcess: true });
    const { ask, log } = build('authinfo');
    expect((await failureOf(ask('user'))).code).toBe('billing_busy');
    expect(log.lines).toHaveLength(2);
  });

  it('whose lists of one row are objects, and whose errors have several sentences, is read alike', async () => {
    await control('settings', {
      singleRowAsObject: true,
      omitsEmptyColumns: true,
      errorMessageAsArray: true,
    });
    const { ask } = build('authinfo');
    const partners = await ask('hostingpartner');
    expect(partners?.rows.map((row) => row.get('level'))).toEqual(['Gold']);
    expect((await failureOf(ask('account.edit', { elid: '999999' }))).code).toBe('billing_missed');
  });
});
