import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Notice = {
  path: string | undefined;
  body: Record<string, unknown>;
  isSigned: boolean;
};

export type BridgeStandIn = {
  url: string;
  notices: Notice[];
  /** What it answers from now on, by account where that differs. */
  answer: { status: number; byAccount?: Record<string, number> };
  close(): Promise<void>;
};

/** The receiving end: checks the signature as the contract of the webhook says, and remembers what came. */
export async function openBridgeStandIn(secret: () => string): Promise<BridgeStandIn> {
  const notices: Notice[] = [];
  const standIn: BridgeStandIn = {
    url: '',
    notices,
    answer: { status: 200 },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer(async (request, response) => {
    const raw = await readAll(request);
    const timestamp = String(request.headers['x-support-credits-timestamp']);
    const expected = createHmac('sha256', secret()).update(`${timestamp}.${raw}`).digest('hex');
    const body = JSON.parse(raw) as Record<string, unknown>;
    const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 60;
    const isSigned = isFresh && request.headers['x-support-credits-signature'] === `sha256=${expected}`;
    notices.push({ path: request.url, body, isSigned });
    response.statusCode = standIn.answer.byAccount?.[String(body.account)] ?? standIn.answer.status;
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  standIn.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return standIn;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
