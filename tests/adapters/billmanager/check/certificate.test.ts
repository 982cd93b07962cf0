import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtCertificate } from '../../../../src/adapters/billmanager/check/lookAtCertificate';
import { toPanelAddress } from '../../../../src/adapters/billmanager/check/panelAddress';
import { tell } from '../../../helpers/tell';
import { startScriptedPanel } from '../scriptedPanel';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const DAY_MS = 86_400_000;

describe('the address of a panel', () => {
  it.each([
    ['https://b.test:1500', { host: 'b.test', port: 1500, isEncrypted: true }],
    ['https://b.test/billmgr', { host: 'b.test', port: 443, isEncrypted: true }],
    ['http://b.test', { host: 'b.test', port: 80, isEncrypted: false }],
    ['https://[2001:db8::1]:1500/', { host: '2001:db8::1', port: 1500, isEncrypted: true }],
  ])('of %s is taken apart', (baseUrl, address) => {
    expect(toPanelAddress(baseUrl)).toEqual(address);
  });
});

describe('a way without encryption', () => {
  const look = (url: string) => lookAtCertificate(toPanelAddress(url), { kind: 'public' }, NOW);

  it.each(['http://localhost:4001', 'http://127.0.0.1:4001', 'http://[::1]:4001'])(
    'is good to %s, which is this machine',
    async (url) => {
      expect(await look(url)).toMatchObject([{ verdict: 'good' }]);
    },
  );

  it.each(['http://b.test', 'http://localhost.b.test', 'http://10.0.0.1'])(
    'is a problem to %s',
    async (url) => {
      const [finding] = await look(url);
      expect(tell(finding!)).toMatchObject({
        verdict: 'problem',
        change: 'Write https:// in BILLMANAGER_URL.',
      });
    },
  );
});

describe('the end of a certificate', () => {
  const folder = join(__dirname, '../../../fixtures/billmanager/tls');
  const key = readFileSync(join(folder, 'testOnly.key.pem'), 'utf8');
  const cert = readFileSync(join(folder, 'testOnly.cert.pem'), 'utf8');
  const { validTo, fingerprint256 } = new X509Certificate(cert);

  const lookBefore = async (days: number, trust: Parameters<typeof lookAtCertificate>[1]) => {
    const panel = await startScriptedPanel(() => ({}), { key, cert });
    try {
      const now = new Date(Date.parse(validTo) - days * DAY_MS);
      return (await lookAtCertificate(toPanelAddress(panel.url), trust, now))[0];
    } finally {
      await panel.close();
    }
  };

  it('is noted three weeks before it comes', async () => {
    const trust = { kind: 'authority', pem: cert } as const;
    expect(await lookBefore(22, trust)).toMatchObject({ verdict: 'good' });
    expect(await lookBefore(20, trust)).toMatchObject({ verdict: 'note' });
  });

  it('does not matter for a pinned one', async () => {
    const pin = { kind: 'pin', fingerprint: fingerprint256 } as const;
    expect(await lookBefore(20, pin)).toMatchObject({ verdict: 'good' });
  });
});
