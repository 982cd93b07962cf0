import { isAbsolute } from 'node:path';
import { ConfigError, readBillingConfig, readConfig, readShadowConfig } from '../../src/server/config';

const GOOD = {
  ZENDESK_URL: 'https://example.zendesk.com',
  ZENDESK_CLIENT_ID: 'support-credits',
  ZENDESK_CLIENT_SECRET: 'client-secret-value',
  ZENDESK_WEBHOOK_SECRET: 'webhook-secret-value',
  BILLMANAGER_URL: 'https://billing.example.com:1500/billmgr',
  BILLMANAGER_AUTHINFO: 'service:password-value',
  SIDEBAR_SHARED_SECRET: 'sidebar-secret-of-thirty-two-characters',
};

function readProblems(
  env: Record<string, string | undefined>,
  read: (from: typeof env) => unknown = readConfig,
): readonly string[] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('fills in what may be left out, and is frozen', () => {
    const config = readConfig(GOOD);
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4002,
      databaseUrl: undefined,
      policyFile: undefined,
      logLevel: 'info',
      billmanagerLogin: 'authinfo',
      billmanagerTimeoutMs: 25_000,
      billmanagerCaFile: undefined,
      billmanagerFingerprint: undefined,
      zendeskTimeoutMs: 10_000,
      zendeskTicketUpdatesPerMinute: 100,
      metricsHost: '127.0.0.1',
      metricsPort: undefined,
      traceEndpoint: undefined,
      serviceName: 'support-credits',
      workerConcurrency: 10,
      webhookMaxAgeMs: 900_000,
    });
    expect(isAbsolute(config.dataDir)).toBe(true);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names every variable that is missing in one error', () => {
    const problems = readProblems({});
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(Object.keys(GOOD).sort());
    expect(problems.every((problem) => problem.includes(' wants '))).toBe(true);
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(readConfig({ ...GOOD, PORT: '', DATABASE_URL: '', POLICY_FILE: '' }).port).toBe(4002);
    expect(readProblems({ ...GOOD, ZENDESK_URL: '' })).toHaveLength(1);
  });

  it('takes the help center to be where the account is, unless it is told where', () => {
    expect(readConfig({ ...GOOD, ZENDESK_URL: 'https://example.zendesk.com/' }).helpCenterOrigins).toEqual([
      'https://example.zendesk.com',
    ]);
    const told = { ...GOOD, HELP_CENTER_ORIGINS: 'https://help.example.com, http://localhost:4001' };
    expect(readConfig(told).helpCenterOrigins).toEqual(['https://help.example.com', 'http://localhost:4001']);
  });

  it.each([32, 64])('takes a secret of %i bytes for the news from billing', (length) => {
    const secret = 'x'.repeat(length);
    const config = readConfig({ ...GOOD, BILLMANAGER_WEBHOOK_SECRET: secret });
    expect(config.billmanagerWebhookSecrets).toEqual([secret]);
  });

  it('believes the secret in use, and the one before it while that is named', () => {
    const secret = (letter: string) => letter.repeat(32);
    const inUse = readConfig({ ...GOOD, SIDEBAR_SHARED_SECRET: secret('a') });
    expect(inUse.sidebarSharedSecrets).toEqual([secret('a')]);
    expect(inUse.billmanagerWebhookSecrets).toEqual([]);
    const both = readConfig({
      ...GOOD,
      ZENDESK_WEBHOOK_SECRET: 'new',
      ZENDESK_WEBHOOK_SECRET_OLD: 'old',
      SIDEBAR_SHARED_SECRET: secret('b'),
      SIDEBAR_SHARED_SECRET_OLD: secret('a'),
      BILLMANAGER_WEBHOOK_SECRET: secret('d'),
      BILLMANAGER_WEBHOOK_SECRET_OLD: secret('c'),
    });
    expect([both.zendeskWebhookSecrets, both.sidebarSharedSecrets, both.billmanagerWebhookSecrets]).toEqual([
      ['new', 'old'],
      [secret('b'), secret('a')],
      [secret('d'), secret('c')],
    ]);
  });

  it.each([
    ['ZENDESK_WEBHOOK_SECRET_OLD', GOOD.ZENDESK_WEBHOOK_SECRET],
    ['SIDEBAR_SHARED_SECRET_OLD', GOOD.SIDEBAR_SHARED_SECRET],
    ['BILLMANAGER_WEBHOOK_SECRET_OLD', 'x'.repeat(32)],
  ])('refuses %s when nothing has taken its place', (name, value) => {
    expect(readProblems({ ...GOOD, [name]: value })).toEqual([
      expect.stringMatching(`^${name} wants to be what .* was before`),
    ]);
  });

  it.each([
    ['BILLMANAGER_WEBHOOK_SECRET', 'of-fewer-than-32-characters'],
    ['BILLMANAGER_WEBHOOK_SECRET', 'x'.repeat(65)],
    ['BILLMANAGER_WEBHOOK_SECRET', 'ж'.repeat(33)],
    ['TRUST_PROXY', 'proxy.example.com'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.1,'],
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '0x10'],
    ['ZENDESK_URL', 'example.zendesk.com'],
    ['ZENDESK_URL', 'ftp://example.zendesk.com'],
    ['BILLMANAGER_URL', 'billing'],
    ['BILLMANAGER_AUTHINFO', 'no-colon'],
    ['SIDEBAR_SHARED_SECRET', 'only-thirty-one-characters-long'],
    ['DATABASE_URL', 'mysql://root@127.0.0.1/credits'],
    ['HELP_CENTER_ORIGINS', 'https://help.example.com/hc'],
    ['HELP_CENTER_ORIGINS', 'https://help.example.com,help.example.org'],
    ['LOG_LEVEL', 'loud'],
    ['BILLMANAGER_TIMEOUT_MS', '0'],
    ['BILLMANAGER_LOGIN', 'token'],
    ['BILLMANAGER_FINGERPRINT', 'ab:cd'],
    ['METRICS_PORT', '70000'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['ZENDESK_TIMEOUT_MS', '1.5'],
    ['WORKER_CONCURRENCY', '0'],
    ['WEBHOOK_MAX_AGE_SECONDS', 'soon'],
  ])('refuses %s when it holds %s, and does not repeat the value', (name, value) => {
    const problems = readProblems({ ...GOOD, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} wants `));
    expect(problems[0]!.slice(name.length)).not.toContain(` ${value} `);
  });

  it('takes proxies by address, network and name, and none by default', () => {
    expect(readConfig(GOOD).trustedProxies).toEqual([]);
    const told = { ...GOOD, TRUST_PROXY: '10.0.0.5, 192.168.0.0/16,fd00::/8,loopback' };
    expect(readConfig(told).trustedProxies).toEqual(['10.0.0.5', '192.168.0.0/16', 'fd00::/8', 'loopback']);
  });

  it('takes one way to believe a certificate, and only where there is one', () => {
    const pin = Array.from({ length: 32 }, () => 'aB').join(':');
    const pinned = readConfig({ ...GOOD, BILLMANAGER_FINGERPRINT: pin });
    expect([pinned.billmanagerFingerprint, pinned.billmanagerCaFile]).toEqual([pin.toUpperCase(), undefined]);
    expect(readConfig({ ...GOOD, BILLMANAGER_CA_FILE: 'ca.pem' }).billmanagerCaFile).toMatch(/^\/.*ca\.pem$/);
    const wrong = {
      ...GOOD,
      BILLMANAGER_URL: 'http://billing.example.com',
      BILLMANAGER_CA_FILE: 'ca.pem',
      BILLMANAGER_FINGERPRINT: pin,
      PORT: 'x',
    };
    expect(
      readProblems(wrong)
        .map((problem) => problem.split(' ')[0])
        .sort(),
    ).toEqual(['BILLMANAGER_FINGERPRINT', 'BILLMANAGER_URL', 'PORT']);
  });

  it('never shows a value in its message', () => {
    const env = {
      ...GOOD,
      SIDEBAR_SHARED_SECRET: 'short-secret',
      BILLMANAGER_AUTHINFO: 'pass-without-login',
      PORT: 'x',
    };
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(readProblems(env).join('\n')).not.toMatch(/short-secret|pass-without-login/);
    expect(readProblems(env)).toHaveLength(3);
  });
});

describe('readBillingConfig', () => {
  const { BILLMANAGER_URL, BILLMANAGER_AUTHINFO } = GOOD;

  it('needs nothing of Zendesk or the database', () => {
    const config = readBillingConfig({ BILLMANAGER_URL, BILLMANAGER_AUTHINFO });
    expect(config).toMatchObject({ billmanagerLogin: 'authinfo', billmanagerTimeoutMs: 25_000 });
  });

  it('wants of billing what the bridge wants', () => {
    const env = { BILLMANAGER_URL: 'http://b.test', BILLMANAGER_CA_FILE: 'a', BILLMANAGER_FINGERPRINT: 'b' };
    const names = (problems: readonly string[]) => problems.map((problem) => problem.split(' ')[0]);
    expect(names(readProblems(env, readBillingConfig)).sort()).toEqual(
      [
        'BILLMANAGER_AUTHINFO',
        'BILLMANAGER_FINGERPRINT',
        'BILLMANAGER_FINGERPRINT',
        'BILLMANAGER_URL',
      ].sort(),
    );
  });
});

describe('readShadowConfig', () => {
  const { ZENDESK_URL, ZENDESK_CLIENT_ID, ZENDESK_CLIENT_SECRET } = GOOD;
  const env = { ZENDESK_URL, ZENDESK_CLIENT_ID, ZENDESK_CLIENT_SECRET };

  it("asks for billing's own count only where it is told where that stands", () => {
    expect(readShadowConfig(env).nativePlace).toBeUndefined();
    const config = readShadowConfig({ ...env, SHADOW_NATIVE_COUNT: 'subaccount.incident_count' });
    expect(config.nativePlace).toEqual({ list: 'subaccount', column: 'incident_count' });
  });

  it.each(['incident_count', 'subaccount.', 'a.b.c', 'payment.delete.x', 'Sub account.count'])(
    'refuses the place %s',
    (SHADOW_NATIVE_COUNT) => {
      expect(readProblems({ ...env, SHADOW_NATIVE_COUNT }, readShadowConfig)).toEqual([
        expect.stringMatching(/^SHADOW_NATIVE_COUNT wants a list of BILLmanager and its column/),
      ]);
    },
  );
});
