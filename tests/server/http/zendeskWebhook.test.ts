import { createHmac } from 'node:crypto';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { NOW, openServer, WEBHOOK_SECRET } from './openServer';

const BODY = '{"v":1,"event":"ticket.created","ticket_id":"35436","actor_id":"1"}';

function deliver(
  app: ReturnType<typeof openServer>['app'],
  { body = BODY, secret = WEBHOOK_SECRET, timestamp = NOW.toISOString() } = {},
) {
  const signature = createHmac('sha256', secret).update(`${timestamp}${body}`).digest('base64');
  return app.inject({
    method: 'POST',
    url: '/webhooks/zendesk',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-zendesk-webhook-signature': signature,
      'x-zendesk-webhook-signature-timestamp': timestamp,
      'x-zendesk-webhook-invocation-id': '01HN0000000000000000000000',
    },
    payload: body,
  });
}

const unavailable = async () => {
  throw new AdapterError('The job could not be queued.', { code: 'queue_unavailable', retry: true });
};

describe('POST /webhooks/zendesk', () => {
  it('answers 200 once a look at the ticket is queued', async () => {
    const { app, queued, lines } = openServer();
    expect((await deliver(app)).statusCode).toBe(200);
    expect(queued).toEqual(['35436']);
    expect(lines.map((line) => line.message)).toEqual(['request received', 'request answered']);
    expect(lines[1]!.fields).toMatchObject({
      ticketId: '35436',
      deliveryId: '01HN0000000000000000000000',
      outcome: 'queued',
    });
  });

  it('keeps that a webhook came, once what it asks for is queued', async () => {
    let noted = 0;
    const noteWebhook = () => void (noted += 1);
    await deliver(openServer({ noteWebhook }).app);
    expect(noted).toBe(1);
    await deliver(openServer({ noteWebhook }).app, { secret: 'another' });
    await deliver(openServer({ noteWebhook, queue: { queueReconcile: unavailable } }).app);
    expect(noted).toBe(1);
  });

  it('answers the same delivery five times with 200', async () => {
    const { app } = openServer();
    const statuses = [];
    for (let round = 0; round < 5; round += 1) statuses.push((await deliver(app)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
  });

  it('refuses a signature made with another secret, and queues nothing', async () => {
    const { app, queued } = openServer();
    const answer = await deliver(app, { secret: 'another' });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: { code: 'signature_invalid' } });
    expect(queued).toEqual([]);
  });

  it('refuses a body that was changed by one space after it was signed', async () => {
    const { app } = openServer();
    const timestamp = NOW.toISOString();
    const signature = createHmac('sha256', WEBHOOK_SECRET).update(`${timestamp}${BODY}`).digest('base64');
    const answer = await app.inject({
      method: 'POST',
      url: '/webhooks/zendesk',
      headers: {
        'content-type': 'application/json',
        'x-zendesk-webhook-signature': signature,
        'x-zendesk-webhook-signature-timestamp': timestamp,
      },
      payload: `${BODY} `,
    });
    expect(answer.statusCode).toBe(401);
  });

  it('refuses a request without signature, and names that in the log only', async () => {
    const { app, lines } = openServer();
    const answer = await app.inject({
      method: 'POST',
      url: '/webhooks/zendesk',
      payload: { ticket_id: '1' },
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: { code: 'signature_invalid' } });
    expect(lines.at(-1)!.fields['outcome']).toBe('signature_missing');
  });

  it('refuses a timestamp of 16 minutes ago', async () => {
    const { app, queued } = openServer();
    const answer = await deliver(app, { timestamp: new Date(NOW.getTime() - 16 * 60_000).toISOString() });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: { code: 'timestamp_stale' } });
    expect(queued).toEqual([]);
  });

  it('takes a timestamp of 14 minutes ago, as a retry may carry', async () => {
    const { app } = openServer();
    const answer = await deliver(app, { timestamp: new Date(NOW.getTime() - 14 * 60_000).toISOString() });
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['no JSON', 'ticket 35436'],
    ['nothing', ''],
    ['no ticket id', '{"v":1}'],
    ['a ticket id that is no number', '{"ticket_id":"../users/1"}'],
    ['a ticket id that is empty', '{"ticket_id":""}'],
    ['a list', '["35436"]'],
    ['null', 'null'],
  ])('refuses a signed body for good that holds %s', async (_what, body) => {
    const { app, queued, lines } = openServer();
    const answer = await deliver(app, { body });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: { code: 'body_invalid' } });
    expect(queued).toEqual([]);
    expect(lines.at(-1)!.fields['outcome']).toBe('body_invalid');
  });

  it('asks to be sent again with 409 while the queue cannot take the job', async () => {
    const { app, lines } = openServer({ queue: { queueReconcile: unavailable } });
    const answer = await deliver(app);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ error: { code: 'queue_unavailable' } });
    expect(lines.find((line) => line.message === 'request failed')!.level).toBe('warn');
  });

  it('refuses more than 64 KB before it is verified', async () => {
    const { app, queued } = openServer();
    const answer = await deliver(app, { body: `{"ticket_id":"1","x":"${'x'.repeat(64 * 1024)}"}` });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: { code: 'bad_request' } });
    expect(queued).toEqual([]);
  });
});
