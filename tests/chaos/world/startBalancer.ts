import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bridge } from './startBridge';

/** What stands before the replicas, as a proxy would: one address, whoever of them lives. */
export type Balancer = { url: string; use(bridges: readonly Bridge[]): void; close(): Promise<void> };

/**
 * Starts on a free port of this machine. Each request goes to the next replica in turn that is ready; one whose replica
 * dies on the way is answered with 502, as is one that finds none.
 */
export async function startBalancer(): Promise<Balancer> {
  let bridges: readonly Bridge[] = [];
  let turn = 0;
  const server = createServer((incoming, answer) => {
    const ready = bridges.filter((bridge) => bridge.isReady());
    const chosen = ready[(turn += 1) % Math.max(1, ready.length)];
    if (chosen === undefined) answer.writeHead(502).end();
    else pass(chosen.port, incoming, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use: (next) => {
      bridges = next;
    },
    close: () => close(server),
  };
}

function pass(port: number, incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (received) => {
    answer.writeHead(received.statusCode ?? 502, received.headers);
    received.pipe(answer);
    received.once('error', () => answer.destroy());
  });
  outgoing.once('error', () => {
    if (!answer.headersSent) answer.writeHead(502);
    answer.end();
  });
  incoming.pipe(outgoing);
}

function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
