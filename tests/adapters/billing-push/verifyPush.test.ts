import { verifyPush } from '../../../src/adapters/billing-push/verifyPush';

// Made with: printf '%s' '1795341600.{"account":"123"}' | openssl dgst -sha256 -hmac push-secret-of-thirty-two-characters
const rawBody = Buffer.from('{"account":"123"}');
const delivery = {
  secrets: ['push-secret-of-thirty-two-characters'],
  signature: 'sha256=0840f9fe70d651a453c32eec1b0cf22184b2818f92ade38d8293877728ab1862',
  timestamp: '1795341600',
  rawBody,
  now: new Date(1_795_341_600_000),
  maxAgeMs: 900_000,
};
const refused = (reason: string) => ({ ok: false, reason });

describe('verifyPush', () => {
  it('believes what openssl signed', () => {
    expect(verifyPush(delivery)).toEqual({ ok: true, value: 'current_secret' });
  });

  it('refuses a body that differs by one byte, and another secret', () => {
    expect(verifyPush({ ...delivery, rawBody: Buffer.from('{"account":"124"}') })).toEqual(
      refused('signature_invalid'),
    );
    expect(verifyPush({ ...delivery, secrets: [`${delivery.secrets[0]}.`] })).toEqual(
      refused('signature_invalid'),
    );
    expect(verifyPush({ ...delivery, secrets: [''] })).toEqual(refused('signature_invalid'));
  });

  it('believes two secrets at once', () => {
    const replaced = { ...delivery, secrets: ['the-secret-that-is-in-use-from-now-on', ...delivery.secrets] };
    expect(verifyPush(replaced)).toEqual({ ok: true, value: 'old_secret' });
  });

  it('refuses the same digest without its prefix, and in capitals', () => {
    const digest = delivery.signature.slice('sha256='.length);
    expect(verifyPush({ ...delivery, signature: digest })).toEqual(refused('signature_invalid'));
    expect(verifyPush({ ...delivery, signature: `sha256=${digest.toUpperCase()}` })).toEqual(
      refused('signature_invalid'),
    );
  });

  it('refuses what has no signature or no timestamp', () => {
    expect(verifyPush({ ...delivery, signature: undefined })).toEqual(refused('signature_missing'));
    expect(verifyPush({ ...delivery, timestamp: undefined })).toEqual(refused('signature_missing'));
  });

  it('takes a delivery to the end of its age and not a millisecond longer, to either side', () => {
    const at = (ms: number) => verifyPush({ ...delivery, now: new Date(delivery.now.getTime() + ms) }).ok;
    expect([at(900_000), at(900_001), at(-900_000), at(-900_001)]).toEqual([true, false, true, false]);
  });
});
