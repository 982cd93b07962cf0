import { verifyPush } from '../../src/adapters/billing-push/verifyPush';
import { verifyWebhook } from '../../src/adapters/zendesk/webhookSignature';
import { buildProofs, tellOldSecrets } from '../../src/server/buildProofs';
import { readConfig } from '../../src/server/config';
import { buildRecordingLogger } from './recordingLogger';

const secret = (letter: string) => letter.repeat(32);
const ENV = {
  ZENDESK_URL: 'https://example.zendesk.com',
  ZENDESK_CLIENT_ID: 'support-credits',
  ZENDESK_CLIENT_SECRET: 'client-secret-value',
  ZENDESK_WEBHOOK_SECRET: secret('b'),
  BILLMANAGER_URL: 'https://billing.example.com:1500/billmgr',
  BILLMANAGER_AUTHINFO: 'service:password-value',
  SIDEBAR_SHARED_SECRET: secret('d'),
};
const OLD = {
  ZENDESK_WEBHOOK_SECRET_OLD: secret('a'),
  SIDEBAR_SHARED_SECRET_OLD: secret('c'),
  BILLMANAGER_WEBHOOK_SECRET: secret('f'),
  BILLMANAGER_WEBHOOK_SECRET_OLD: secret('e'),
};
const clock = { now: () => new Date() };

const tell = (env: Record<string, string>) => {
  const { logger, lines, text } = buildRecordingLogger();
  tellOldSecrets(readConfig(env), logger);
  return { lines, text: text() };
};

describe('old secrets', () => {
  it('are named in the log once at the start, without their values', () => {
    const { lines, text } = tell({ ...ENV, ...OLD });
    expect(lines).toEqual([
      {
        level: 'warn',
        message: 'old secrets are still believed',
        fields: {
          variables: [
            'ZENDESK_WEBHOOK_SECRET_OLD',
            'SIDEBAR_SHARED_SECRET_OLD',
            'BILLMANAGER_WEBHOOK_SECRET_OLD',
          ],
        },
      },
    ]);
    for (const value of Object.values(OLD)) expect(text).not.toContain(value);
  });

  it('are no line of the log when there are none', () => {
    expect(tell(ENV).lines).toEqual([]);
  });
});

describe('buildProofs', () => {
  it('believes nobody about billing while no secret is set', () => {
    const proofs = buildProofs(readConfig(ENV), clock, { verifyWebhook, verifyPush });
    expect(proofs.verifyPush).toBeUndefined();
    expect(proofs.verifySignature({ signature: 'x', timestamp: 'y', rawBody: Buffer.alloc(0) })).toEqual({
      ok: false,
      reason: 'signature_invalid',
    });
  });

  it('hands each verification its own secrets, the one in use first', () => {
    const asked: (readonly string[])[] = [];
    const note = ({ secrets }: { secrets: readonly string[] }) => {
      asked.push(secrets);
      return { ok: true, value: 'current_secret' } as const;
    };
    const config = readConfig({ ...ENV, ...OLD });
    const proofs = buildProofs(config, clock, { verifyWebhook: note, verifyPush: note });
    const delivery = { signature: undefined, timestamp: undefined, rawBody: Buffer.alloc(0) };
    proofs.verifySignature(delivery);
    proofs.verifyPush?.(delivery);
    expect([...asked, proofs.sidebarSharedSecrets]).toEqual([
      [secret('b'), secret('a')],
      [secret('f'), secret('e')],
      [secret('d'), secret('c')],
    ]);
  });
});
