import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** Sends one signed webhook about a ticket over a connection that is free; ends when it is answered, throws unless with 200. */
export type SendWebhook = (ticketId: string) => Promise<void>;

/**
 * Connections that are kept open, as Zendesk keeps them. Written on bare sockets: a client library would take more of the
 * machine than what is measured.
 */
export async function openWebhooks(options: {
  port: number;
  secret: string;
  connections: number;
}): Promise<{ send: SendWebhook; close(): void }> {
  const sockets = await Promise.all(Array.from({ length: options.connections }, () => open(options.port)));
  const free = [...sockets];
  const waiting: ((socket: Socket) => void)[] = [];
  const take = () => {
    const socket = free.pop();
    return socket ? Promise.resolve(socket) : new Promise<Socket>((resolve) => waiting.push(resolve));
  };
  return {
    async send(ticketId) {
      const socket = await take();
      const status = await exchange(socket, toRequest(ticketId, options.secret));
      const next = waiting.shift();
      if (next) next(socket);
      else free.push(socket);
      if (status !== 200) throw new Error(`A webhook was answered with ${status}.`);
    },
    close: () => sockets.forEach((socket) => socket.destroy()),
  };
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function toRequest(ticketId: string, secret: string): string {
  const body = `{"ticket_id":"${ticketId}"}`;
  const timestamp = new Date().toISOString();
  const signature = createHmac('sha256', secret).update(timestamp).update(body).digest('base64');
  return [
    'POST /webhooks/zendesk HTTP/1.1',
    'host: bridge',
    'content-type: application/json',
    `content-length: ${body.length}`,
    `x-zendesk-webhook-signature: ${signature}`,
    `x-zendesk-webhook-signature-timestamp: ${timestamp}`,
    'x-zendesk-webhook-invocation-id: 01HZZZZZZZZZZZZZZZZZZZZZZZ',
    '',
    body,
  ].join('\r\n');
}

/** One request and its whole answer; the connection carries no other one meanwhile. */
function exchange(socket: Socket, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    const onData = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (text.length < head + 4 + length) return;
      end();
      resolve(Number(text.slice(9, 12)));
    };
    const onClose = () => {
      end();
      reject(new Error('The connection was closed in place of an answer.'));
    };
    const end = () => {
      socket.off('data', onData);
      socket.off('close', onClose);
      socket.off('error', onClose);
    };
    socket.on('data', onData);
    socket.on('close', onClose);
    socket.on('error', onClose);
    socket.write(request);
  });
}
