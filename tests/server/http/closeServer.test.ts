import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { closeServer } from '../../../src/server/http/closeServer';
import { NOW, openServer, WEBHOOK_SECRET } from './openServer';

/** A signed delivery as it goes over the wire, on a connection that is kept alive. */
function toRequest(ticketId: string): string {
  const body = JSON.stringify({ ticket_id: ticketId });
  const timestamp = NOW.toISOString();
  const signature = createHmac('sha256', WEBHOOK_SECRET).update(`${timestamp}${body}`).digest('base64');
  return [
    'POST /webhooks/zendesk HTTP/1.1',
    'host: bridge',
    'content-type: application/json',
    `content-length: ${body.length}`,
    `x-zendesk-webhook-signature: ${signature}`,
    `x-zendesk-webhook-signature-timestamp: ${timestamp}`,
    '',
    body,
  ].join('\r\n');
}

const connectTo = (port: number) =>
  new Promise<Socket>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
  });

/** Opens the bridge with a queue that holds its first job until it is told to let go. */
async function openBusyServer() {
  const queued: string[] = [];
  let letGo = () => {};
  let onHeld = () => {};
  const held = new Promise<void>((resolve) => (onHeld = resolve));
  const mayGo = new Promise<void>((resolve) => (letGo = resolve));
  const queueReconcile = async (ticketId: string) => {
    queued.push(ticketId);
    onHeld();
    if (queued.length === 1) await mayGo;
  };
  const { app } = openServer({ queue: { queueReconcile } });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const socket = await connectTo((app.server.address() as AddressInfo).port);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  return { app, socket, held, letGo, closed, queued, readText: () => text };
}

describe('closeServer', () => {
  it('still queues a webhook that comes on a kept-alive connection while the bridge closes', async () => {
    const { app, socket, held, letGo, closed, queued, readText } = await openBusyServer();
    socket.write(toRequest('1'));
    await held;
    const closing = closeServer(app, 10_000);
    // Closing has begun when no new connection is taken any more.
    while (app.server.listening) await new Promise((resolve) => setImmediate(resolve));
    socket.write(toRequest('2'));
    while (queued.length < 2) await new Promise((resolve) => setImmediate(resolve));
    letGo();
    await Promise.all([closing, closed]);
    expect(queued).toEqual(['1', '2']);
    expect(readText().match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
  });

  it('cuts a connection whose request does not end, so that the rest can be stopped', async () => {
    const { app, socket, held, letGo, closed, readText } = await openBusyServer();
    socket.write(toRequest('1'));
    await held;
    await closeServer(app, 10);
    await closed;
    expect(readText()).toBe('');
    letGo();
  });
});
