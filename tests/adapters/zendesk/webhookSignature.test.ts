import { verifyWebhook } from '../../../src/adapters/zendesk/webhookSignature';

// The vectors of zendesk.md 7.3, made with the secret of Zendesk's test deliveries.
const secret = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
const timestamp = '2021-03-25T05:09:27Z';
const now = new Date('2021-03-25T05:10:00Z');
const VECTORS = [
  { body: '{"event":"ticket.updated","id":123}', signature: 'S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=' },
  { body: '', signature: 'wCdBvXaHttn0wRVIYctzZ9O6O0bnqWakJMEKZ9VoRWw=' },
  {
    body: '{"ticket":{"id":35436,"subject":"Größe – zu klein"}}',
    signature: 'CYxlkqFdBT+nGDa5zV+KgkIIl4yIFu90xUUW3OPL2lc=',
  },
];
const [first] = VECTORS as [(typeof VECTORS)[number]];
const rawBody = Buffer.from(first.body);
const delivery = { secrets: [secret], signature: first.signature, timestamp, rawBody, now };

describe('verifyWebhook', () => {
  it.each(VECTORS)('believes the known-good delivery «$body»', ({ body, signature }) => {
    const verdict = verifyWebhook({ ...delivery, signature, rawBody: Buffer.from(body, 'utf8') });
    expect(verdict).toEqual({ ok: true, value: 'current_secret' });
  });

  it('refuses a body that differs by one byte', () => {
    const changed = Buffer.from(first.body.replace('123', '124'));
    expect(verifyWebhook({ ...delivery, rawBody: changed })).toEqual({
      ok: false,
      reason: 'signature_invalid',
    });
  });

  it('refuses a body whose bytes differ though its JSON means the same', () => {
    const spaced = Buffer.from(first.body.replace(',', ', '));
    expect(verifyWebhook({ ...delivery, rawBody: spaced })).toEqual({
      ok: false,
      reason: 'signature_invalid',
    });
  });

  it('refuses another secret, and a secret that is empty', () => {
    for (const wrong of ['another secret', '']) {
      expect(verifyWebhook({ ...delivery, secrets: [wrong] })).toEqual({
        ok: false,
        reason: 'signature_invalid',
      });
    }
  });

  it('believes two secrets at once, says which of them signed, and neither once both are replaced', () => {
    const sign = (secrets: string[]) => verifyWebhook({ ...delivery, secrets });
    expect(sign([secret, 'the one before'])).toEqual({ ok: true, value: 'current_secret' });
    expect(sign(['the one after', secret])).toEqual({ ok: true, value: 'old_secret' });
    expect(sign(['the one after', 'another'])).toEqual({ ok: false, reason: 'signature_invalid' });
    expect(sign([])).toEqual({ ok: false, reason: 'signature_invalid' });
  });

  it('does not believe an old signature longer because the secret is an old one', () => {
    const late = { ...delivery, secrets: ['the one after', secret], now: new Date('2021-03-25T05:30:00Z') };
    expect(verifyWebhook(late)).toEqual({ ok: false, reason: 'timestamp_stale' });
  });

  it('refuses a signature of another timestamp', () => {
    const moved = { ...delivery, timestamp: '2021-03-25T05:09:28Z' };
    expect(verifyWebhook(moved)).toEqual({ ok: false, reason: 'signature_invalid' });
  });

  it('refuses signatures of another length or alphabet without failing', () => {
    for (const signature of ['x', `${first.signature}A`, 'ж'.repeat(44)]) {
      expect(verifyWebhook({ ...delivery, signature })).toEqual({ ok: false, reason: 'signature_invalid' });
    }
  });

  it.each([
    { signature: undefined, timestamp },
    { signature: '', timestamp },
    { signature: first.signature, timestamp: undefined },
  ])('says that a header is missing', (headers) => {
    expect(verifyWebhook({ ...delivery, ...headers })).toEqual({ ok: false, reason: 'signature_missing' });
  });

  it('believes a delivery up to 15 minutes old or early, and none beyond', () => {
    const at = (iso: string) => verifyWebhook({ ...delivery, now: new Date(iso) });
    expect(at('2021-03-25T05:24:27Z').ok).toBe(true);
    expect(at('2021-03-25T04:54:27Z').ok).toBe(true);
    expect(at('2021-03-25T05:24:27.001Z')).toEqual({ ok: false, reason: 'timestamp_stale' });
    expect(at('2021-03-25T04:54:26.999Z')).toEqual({ ok: false, reason: 'timestamp_stale' });
  });

  it('lets the caller choose a narrower window', () => {
    const narrow = { ...delivery, maxAgeMs: 1_000 };
    expect(verifyWebhook(narrow)).toEqual({ ok: false, reason: 'timestamp_stale' });
  });

  it('takes a signed timestamp that is no time for a stale one', () => {
    // The bytes signed are the same; only where the timestamp ends differs.
    const shifted = {
      ...delivery,
      timestamp: `${timestamp}{`,
      rawBody: Buffer.from(first.body.slice(1)),
    };
    expect(verifyWebhook(shifted)).toEqual({ ok: false, reason: 'timestamp_stale' });
  });
});
