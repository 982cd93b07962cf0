import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Trust } from '../../../../src/adapters/billmanager/transport/trust';
import { startBillmanager } from '../../../../src/simulators/billmanager/startBillmanager';
import { startScriptedPanel, toList } from '../scriptedPanel';
import type { ScriptedPanel } from '../scriptedPanel';
import { TEST_KEY_PAIRS } from '../testKeyPairs';
import { buildTestInspection, enter } from './inspectPanel';

const { own, other, expired } = TEST_KEY_PAIRS;
const fingerprintOf = ({ cert }: { cert: string }) => new X509Certificate(cert).fingerprint256;

describe('the network', () => {
  it('is told from a name that does not exist', async () => {
    const [finding] = await enter(buildTestInspection({ baseUrl: 'https://nowhere.invalid:1500' }));
    expect(finding).toMatchObject({ step: 'reach', verdict: 'problem' });
    expect(finding?.found).toMatch(/^nowhere\.invalid cannot be reached on port 1500 \(E/);
    expect(finding?.change).toMatch(/name/);
  });

  it('is told from a port where nobody listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const [finding] = await enter(buildTestInspection({ baseUrl: `http://127.0.0.1:${port}` }));
    expect(finding).toMatchObject({ step: 'reach', verdict: 'problem' });
    expect(finding?.found).toContain('ECONNREFUSED');
    expect(finding?.change).toContain('1500');
  });
});

describe('the certificate', () => {
  let panel: ScriptedPanel;
  afterEach(() => panel.close());

  const look = async (trust: Trust | undefined, tls = own) => {
    panel = await startScriptedPanel(() => toList([]), tls);
    return enter(buildTestInspection({ baseUrl: panel.url, ...(trust && { trust }) }));
  };

  it('is believed when it is the pinned one, and when a file names it', async () => {
    for (const trust of [
      { kind: 'pin', fingerprint: fingerprintOf(own) },
      { kind: 'authority', pem: own.cert },
    ] as const) {
      const [, finding] = await look(trust);
      expect(finding).toMatchObject({ step: 'certificate', verdict: 'good' });
      expect(finding?.found).toContain(fingerprintOf(own));
      await panel.close();
    }
  });

  it.each<[string, Trust | undefined, typeof own, RegExp]>([
    ['self-signed', undefined, own, /DEPTH_ZERO_SELF_SIGNED_CERT/],
    ['of another authority', { kind: 'authority', pem: other.cert }, own, /SELF_SIGNED/],
    [
      'not the pinned one',
      { kind: 'pin', fingerprint: fingerprintOf(other) },
      own,
      /BILLMANAGER_FINGERPRINT names/,
    ],
    ['expired', { kind: 'authority', pem: expired.cert }, expired, /CERT_HAS_EXPIRED|ALTNAME/],
  ])('that is %s is shown with its fingerprint, and nothing is sent', async (_what, trust, tls, doubt) => {
    const findings = await look(trust, tls);
    const finding = findings.at(-1);
    expect(finding).toMatchObject({ step: 'certificate', verdict: 'problem' });
    expect(finding?.found).toMatch(doubt);
    expect(finding?.found).toContain(fingerprintOf(tls));
    expect(finding?.change).toContain('openssl x509');
    expect(panel.calls).toEqual([]);
  });

  it('is missed where the port speaks no TLS', async () => {
    panel = await startScriptedPanel(() => toList([]));
    const findings = await enter(buildTestInspection({ baseUrl: panel.url.replace('http:', 'https:') }));
    expect(findings.at(-1)).toMatchObject({ step: 'certificate', verdict: 'problem' });
    expect(findings.at(-1)?.found).toContain('speaks no TLS');
    expect(panel.calls).toEqual([]);
  });
});

describe('the login', () => {
  let simulator: Awaited<ReturnType<typeof startBillmanager>>;
  beforeAll(async () => {
    simulator = await startBillmanager({ port: 0 });
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  const control = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    await fetch(`${simulator.url}/_control/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const logIn = async (options: { authinfo?: string; login?: 'session' } = {}) =>
    (await enter(buildTestInspection({ baseUrl: simulator.url, ...options }))).at(-1);

  it.each([undefined, 'session' as const])('is good with the right password (%s)', async (login) => {
    expect(await logIn(login && { login })).toMatchObject({ step: 'login', verdict: 'good' });
  });

  it('is good without the right to the list it asks for: that is another step', async () => {
    await control('settings', { deniedFunctions: ['user'] });
    expect(await logIn()).toMatchObject({ step: 'login', verdict: 'good' });
  });

  it.each<[string, Record<string, unknown>, { authinfo?: string; login?: 'session' }, RegExp]>([
    [
      'a wrong password',
      {},
      { authinfo: 'support-bridge:wrong-secret' },
      /badpassword.*BILLMANAGER_AUTHINFO/,
    ],
    ['a CAPTCHA', { captcha: true }, { login: 'session' }, /CAPTCHA.*BILLMANAGER_LOGIN=authinfo/],
    ['a second factor', { totp: '123456' }, {}, /second factor.*switch two-factor authentication off/],
    [
      'a refused address',
      { deniedAddresses: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] },
      {},
      /add that address/,
    ],
    ['a restricted authinfo', { authinfoFrom: [] }, {}, /BILLMANAGER_LOGIN=session/],
  ])('says what to change about %s', async (_what, settings, options, sentence) => {
    await control('settings', settings);
    const finding = await logIn(options);
    expect(finding).toMatchObject({ step: 'login', verdict: 'problem' });
    expect(finding?.found).toMatch(sentence);
    expect(JSON.stringify(finding)).not.toContain('wrong-secret');
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a login page', { html: true }, /web page.*BILLMANAGER_URL/],
    ['a proxy that finds nobody', { status: 502 }, /status 502.*proxy/],
    ['a panel that does not answer', { hang: true }, /did not answer in time.*BILLMANAGER_TIMEOUT_MS/],
  ])('says what to look at when there is %s', async (_what, faults, sentence) => {
    await control('faults', faults);
    const finding = await logIn();
    expect(finding).toMatchObject({ step: 'login', verdict: 'problem' });
    expect(`${finding?.found} ${finding?.change}`).toMatch(sentence);
  });
});
