import { createServer } from 'node:net';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePortsFree } from '../../src/playground/ensurePortsFree.mjs';
import { loadSecrets } from '../../src/playground/loadSecrets.mjs';
import { readPackageSettings } from '../../src/playground/readPackageSettings.mjs';
import { readSettings } from '../../src/playground/readSettings.mjs';
import { makeTemporaryFolder } from './temporaryFolder';

describe('readSettings', () => {
  it('knows the fixed ports, and that both simulators run unless a real system is named', () => {
    expect(readSettings({})).toMatchObject({
      ports: { zendesk: 4000, billmanager: 4001, bridge: 4002, assets: 4003 },
      hasZendeskSimulator: true,
      hasBillmanagerSimulator: true,
    });
    expect(readSettings({ ZENDESK_URL: 'https://x.zendesk.com' }).hasZendeskSimulator).toBe(false);
  });

  it('lists every wrong port at once, and the same port twice', () => {
    expect(() => readSettings({ PORT: 'x', ZENDESK_SIM_PORT: '70000' })).toThrow(
      /PORT wants.*\nZENDESK_SIM_PORT wants/,
    );
    expect(() => readSettings({ PORT: '4000' })).toThrow('four different ports');
  });
});

describe('ensurePortsFree', () => {
  it('names the taken port and its variable', async () => {
    const holder = createServer();
    await new Promise<void>((done) => holder.listen(0, '127.0.0.1', done));
    const address = holder.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const settings = readSettings({
      PORT: String(port),
      ZENDESK_URL: 'https://zendesk.test',
      BILLMANAGER_URL: 'https://billing.test',
    });
    try {
      await expect(ensurePortsFree(settings)).rejects.toThrow(new RegExp(`^Port ${port} is taken.*PORT`));
    } finally {
      await new Promise((done) => holder.close(done));
    }
    await expect(ensurePortsFree(settings)).resolves.toBeUndefined();
  });
});

describe('loadSecrets', () => {
  it('makes secrets once, for the owner only, and lets the environment win', () => {
    const folder = makeTemporaryFolder();
    try {
      const first = loadSecrets(folder.path, {});
      expect(first.SIDEBAR_SHARED_SECRET.length).toBeGreaterThanOrEqual(32);
      expect(new Set(Object.values(first)).size).toBe(3);
      expect(statSync(join(folder.path, 'playground.json')).mode & 0o777).toBe(0o600);
      const second = loadSecrets(folder.path, { ZENDESK_WEBHOOK_SECRET: 'given' });
      expect(second).toEqual({ ...first, ZENDESK_WEBHOOK_SECRET: 'given' });
      expect(loadSecrets(folder.path, {})).toEqual(first);
    } finally {
      folder.remove();
    }
  });
});

describe('readPackageSettings', () => {
  const secret = 'thirty-two-characters-at-the-least';

  it.each(['https://credits.example.test', 'https://example.test/credits', 'http://localhost:4002'])(
    'takes %s',
    (bridgeUrl) => {
      expect(readPackageSettings({ BRIDGE_URL: bridgeUrl, ZENDESK_WEBHOOK_SECRET: secret })).toEqual({
        bridgeUrl,
        webhookSecret: secret,
      });
    },
  );

  it.each([
    '',
    'credits.example.test',
    'http://credits.example.test',
    'https://u:p@example.test',
    'https://x.test/?a=1',
  ])('refuses %j and names the missing secret in the same error', (bridgeUrl) => {
    expect(() => readPackageSettings({ BRIDGE_URL: bridgeUrl })).toThrow(
      /BRIDGE_URL wants[\s\S]*ZENDESK_WEBHOOK_SECRET wants/,
    );
  });
});
