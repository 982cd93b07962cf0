import { createHmac } from 'node:crypto';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { NOW, openServer, PUSH_SECRET } from './openServer';

const BODY = '{"account":"123","event":"payment.setpaid","at":"2026-11-22T09:59:58Z"}';
const NOW_SECONDS = NOW.getTime() / 1_000;

function deliver(
  app: ReturnType<typeof openServer>['app'],
  { body = BODY, secret = PUSH_SECRET, sentAt = NOW_SECONDS } = {},
) {
  const digest = createHmac('sha256', secret).update(`${sentAt}.${body}`).digest('hex');
  return app.inject({
    method: 'POST',
    url: '/webhooks/billmanager',
    headers: {
      'content-type': 'application/json',
      'x-support-credits-timestamp': String(sentAt),
      'x-support-credits-signature': `sha256=${digest}`,
    },
    payload: body,
  });
}

const failing = (code: string) => async () => {
  throw new AdapterError('The job could not be queued.', { code, retry: true });
};

describe('POST /webhooks/billmanager', () => {
  it('answers 200 once a reading of the account is queued, and says in the log what happened', async () => {
    const { app, queued, lines } = openServer();
    expect((await deliver(app)).statusCode).toBe(200);
    expect(queued).toEqual(['account 123']);
    expect(lines.at(-1)!.fields).toMatchObject({
      billingAccountId: '123',
      event: 'payment.setpaid',
      outcome: 'queued',
    });
  });

  it('answers 200 for an account that nobody here belongs to', async () => {
    const { app, lines } = openServer({ noteAccountChange: async () => 'unknown_account' });
    expect((await deliver(app)).statusCode).toBe(200);
    expect(lines.at(-1)!.fields['outcome']).toBe('unknown_account');
  });

  it('answers 404 with a code of its own while no secret is set', async () => {
    const { app, queued } = openServer({ verifyPush: undefined });
    const answer = await deliver(app);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ error: { code: 'billing_webhook_off' } });
    expect(queued).toEqual([]);
  });

  it.each([
    ['another secret', { secret: 'another-secret-of-thirty-two-characters' }, 'signature_invalid'],
    ['a timestamp of 16 minutes ago', { sentAt: NOW_SECONDS - 16 * 60 }, 'timestamp_stale'],
  ])('refuses %s for good', async (_what, change, code) => {
    const { app, queued } = openServer();
    const answer = await deliver(app, change);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: { code } });
    expect(queued).toEqual([]);
  });

  it('refuses what nobody signed', async () => {
    const { app, lines } = openServer();
    const answer = await app.inject({ method: 'POST', url: '/webhooks/billmanager', payload: BODY });
    expect(answer.statusCode).toBe(401);
    expect(lines.at(-1)!.fields['outcome']).toBe('signature_missing');
  });

  it.each([
    ['no JSON', 'account 123'],
    ['nothing', ''],
    ['no account', '{"event":"payment.setpaid","at":"2026-11-22T09:59:58Z"}'],
    ['an account that is no number', BODY.replace('123', '../1')],
    ['a time that is none', BODY.replace('2026-11-22T09:59:58Z', 'yesterday')],
    ['an event with spaces', BODY.replace('payment.setpaid', 'some words')],
    ['null', 'null'],
  ])('refuses a signed body for good that holds %s', async (_what, body) => {
    const { app, queued } = openServer();
    const answer = await deliver(app, { body });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: { code: 'body_invalid' } });
    expect(queued).toEqual([]);
  });

  it.each([
    ['queue_unavailable', 409],
    ['database_unavailable', 503],
  ])('asks to be sent again when it could not be kept: %s', async (code, status) => {
    const { app } = openServer({ noteAccountChange: failing(code) });
    const answer = await deliver(app);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ error: { code } });
  });
});
