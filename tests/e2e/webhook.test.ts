import { createHmac } from 'node:crypto';
import { startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import { control, waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(240_000);

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.stop());

/** Posts to the webhook as Zendesk does: HMAC-SHA256 over timestamp and body, base64. */
async function post(body: string, options: { secret?: string; timestamp?: string } = {}) {
  const timestamp = options.timestamp ?? new Date().toISOString();
  const secret = options.secret ?? playground.webhookSecret;
  const response = await fetch(`${playground.bridgeUrl}/webhooks/zendesk`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-zendesk-webhook-signature': createHmac('sha256', secret)
        .update(timestamp + body)
        .digest('base64'),
      'x-zendesk-webhook-signature-timestamp': timestamp,
    },
    body,
  });
  const answer = (await response.json()) as { error?: { code: string } };
  return { status: response.status, code: answer.error?.code };
}

const event = (ticketId: string) => JSON.stringify({ v: 1, event: 'ticket.changed', ticket_id: ticketId });

describe('the webhook of the running bridge', () => {
  it('takes what Zendesk signed', async () => {
    expect(await post(event('123456789'))).toEqual({ status: 200, code: undefined });
  });

  it('refuses another secret, a changed body and a time of long ago', async () => {
    const longAgo = new Date(Date.now() - 16 * 60_000).toISOString();
    expect(await post(event('1'), { secret: 'wrong' })).toEqual({ status: 401, code: 'signature_invalid' });
    expect(await post(event('1'), { timestamp: longAgo })).toEqual({ status: 401, code: 'timestamp_stale' });
  });

  it('names a body that is not JSON, or names no ticket', async () => {
    for (const body of ['not json', '{}', event('abc')]) {
      expect(await post(body)).toEqual({ status: 400, code: 'body_invalid' });
    }
  });

  it('gives an unknown ticket its own outcome in the log', async () => {
    await post(event('987654321'));
    const log = await waitFor(
      playground.readBridgeLog,
      (text) => text.includes('987654321') && text.includes('ticket_gone'),
    );
    expect(log).not.toContain(playground.webhookSecret);
  });

  it('takes a ticket that was deleted meanwhile calmly', async () => {
    await control(playground.zendeskUrl, '/_control/faults', { webhooks: { delayMs: 1_500 } });
    const ticketId = await zendeskAs(playground, 'credits@client.test').askTech('Deleted soon');
    await zendeskAs(playground, 'admin@agent.test').call('DELETE', `/api/v2/tickets/${ticketId}.json`);
    const isGone = (text: string) =>
      text.split('\n').some((line) => line.includes(`"${ticketId}"`) && line.includes('ticket_gone'));
    await waitFor(playground.readBridgeLog, isGone);
  });

  it('keeps e-mails, secrets and ticket texts out of its log', async () => {
    const log = await playground.readBridgeLog();
    expect(log.length).toBeGreaterThan(0);
    for (const secret of [
      '@client.test',
      'Deleted soon',
      'support-bridge:playground',
      playground.webhookSecret,
    ]) {
      expect(log).not.toContain(secret);
    }
  });
});
