import type { ZendeskOptions } from '../../../src/simulators/zendesk/startZendesk';
import { signWebhook } from '../../../src/simulators/zendesk/webhooks/signWebhook';
import { startReceiver } from './startReceiver';
import type { Receiver } from './startReceiver';
import { startTestZendesk, WEBHOOK_SECRET } from './startTestZendesk';
import type { TestZendesk, WireBody } from './startTestZendesk';

const CARE = 'care@agent.test';
let zendesk: TestZendesk;
let receiver: Receiver;

const start = async (
  answer?: Parameters<typeof startReceiver>[0],
  webhooks: NonNullable<ZendeskOptions['webhooks']> = {},
): Promise<void> => {
  receiver = await startReceiver(answer);
  zendesk = await startTestZendesk(receiver.url, { webhooks });
};
const createTicket = (subject = 'Help') =>
  zendesk.call('POST', '/api/v2/tickets.json', { ticket: { subject, comment: { body: 'Text' } } }, CARE);

/** The invocations of the app's webhook once none is under way, newest first. */
async function readInvocations(): Promise<WireBody['invocations']> {
  const webhookId = zendesk.world.webhooks.all()[0]?.id ?? '';
  for (;;) {
    const { body } = await zendesk.call('GET', `/api/v2/webhooks/${webhookId}/invocations`);
    const { invocations } = body;
    if (invocations.length > 0 && invocations.every((one) => one.status !== 'accepted')) return invocations;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

afterEach(async () => {
  await zendesk.close();
  await receiver.close();
});

describe('a webhook', () => {
  it('carries the documented headers and a signature over its timestamp and raw body', async () => {
    await start();
    await createTicket();
    await receiver.waitFor(1);
    const { headers, body, url } = receiver.deliveries[0]!;
    const timestamp = String(headers['x-zendesk-webhook-signature-timestamp']);
    expect(url).toBe('/webhooks/zendesk');
    expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(headers['x-zendesk-webhook-signature']).toBe(signWebhook(WEBHOOK_SECRET, timestamp, body));
    expect(headers['x-zendesk-webhook-id']).toBe(zendesk.world.webhooks.all()[0]?.id);
    expect(headers['x-zendesk-webhook-invocation-id']).toMatch(/^[0-9A-Z]{26}$/);
    expect(headers['x-zendesk-account-id']).toMatch(/^\d+$/);
    expect(headers['user-agent']).toBe('Zendesk Webhook');
    expect(JSON.parse(body)).toMatchObject({ event: 'ticket.created', ticket_id: '1' });
  });

  it('is sent again after 409, three times at most, as the same invocation', async () => {
    await start((response) => response.writeHead(409).end());
    await createTicket();
    const [invocation] = await readInvocations();
    expect(invocation).toMatchObject({ status: 'client error', attempts_count: 4 });
    const ids = receiver.deliveries.map((one) => one.headers['x-zendesk-webhook-invocation-id']);
    expect(new Set(ids).size).toBe(1);
  });

  it('is sent again after 503 with a short Retry-After', async () => {
    await start((response, index) =>
      index === 0 ? response.writeHead(503, { 'retry-after': '1' }).end() : response.end(),
    );
    await createTicket();
    const [invocation] = await readInvocations();
    expect(invocation).toMatchObject({ status: 'success', attempts_count: 2 });
  });

  it('is not sent again after 500', async () => {
    await start((response) => response.writeHead(500).end('broken'));
    await createTicket();
    const [invocation] = await readInvocations();
    expect(invocation).toMatchObject({ status: 'server error', attempts_count: 1 });
  });

  it('is sent again when no answer comes in time', async () => {
    await start((response, index) => (index < 1 ? undefined : response.end()), { timeoutMs: 1000 });
    await createTicket();
    const [invocation] = await readInvocations();
    expect(invocation).toMatchObject({ status: 'success', attempts_count: 2 });
  });

  it('keeps its attempts with what was answered', async () => {
    await start((response) => response.writeHead(400).end('no'));
    await createTicket();
    const [invocation] = await readInvocations();
    const webhookId = zendesk.world.webhooks.all()[0]?.id ?? '';
    const path = `/api/v2/webhooks/${webhookId}/invocations/${invocation?.id ?? ''}/attempts`;
    const { body } = await zendesk.call('GET', path);
    expect(body.attempts).toMatchObject([
      { status: 'client error', response_code: 400, response_body: 'no', invocation_id: invocation?.id },
    ]);
  });

  it('leaves with the time of its receiver, whatever the simulated clock says', async () => {
    await start();
    await zendesk.control('clock', { now: '2030-01-01T00:00:00Z' });
    await createTicket();
    await receiver.waitFor(1);
    const timestamp = String(receiver.deliveries[0]?.headers['x-zendesk-webhook-signature-timestamp']);
    expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(60_000);
  });
});

describe('faults of webhooks', () => {
  it('drops calls, which are then seen in the list of what happened', async () => {
    await start();
    await zendesk.control('faults', { webhooks: { drop: 1 } });
    await createTicket();
    const received = await (await fetch(`${zendesk.url}/_control/received`)).json();
    expect(received).toContainEqual(
      expect.objectContaining({ detail: expect.objectContaining({ fault: 'dropped' }) }),
    );
    expect(receiver.deliveries).toEqual([]);
  });

  it('duplicates calls under the same invocation id', async () => {
    await start();
    await zendesk.control('faults', { webhooks: { duplicate: 2 } });
    await createTicket();
    await receiver.waitFor(3);
    const ids = receiver.deliveries.map((one) => one.headers['x-zendesk-webhook-invocation-id']);
    expect(new Set(ids).size).toBe(1);
  });

  it('lets calls that come close together leave in the opposite order', async () => {
    await start(undefined, { reorderWindowMs: 1000 });
    await zendesk.control('faults', { webhooks: { reorder: true } });
    await Promise.all([createTicket('one'), createTicket('two'), createTicket('three')]);
    await receiver.waitFor(3);
    const order = receiver.deliveries.map((one) => JSON.parse(one.body).ticket_id);
    expect(order).toEqual(['3', '2', '1']);
  });

  it('signs with another secret', async () => {
    await start();
    await zendesk.control('faults', { webhooks: { badSignature: true } });
    await createTicket();
    await receiver.waitFor(1);
    const { headers, body } = receiver.deliveries[0]!;
    const timestamp = String(headers['x-zendesk-webhook-signature-timestamp']);
    expect(headers['x-zendesk-webhook-signature']).not.toBe(signWebhook(WEBHOOK_SECRET, timestamp, body));
  });

  it('holds calls back, and lets none out after a reset', async () => {
    await start();
    await zendesk.control('faults', { webhooks: { delayMs: 100 } });
    await createTicket();
    await zendesk.control('reset');
    await createTicket('after the reset');
    await receiver.waitFor(1);
    expect(receiver.deliveries).toHaveLength(1);
    expect(JSON.parse(receiver.deliveries[0]!.body).ticket_id).toBe('2');
  });
});

it('closes at once while a delivery hangs and another waits for its repeat', async () => {
  receiver = await startReceiver(() => undefined);
  zendesk = await startTestZendesk(receiver.url, { webhooks: { retryDelayMs: 60_000 } });
  await createTicket();
  await receiver.waitFor(1);
  await zendesk.close();
  expect(receiver.deliveries).toHaveLength(1);
  zendesk = await startTestZendesk(receiver.url);
});
