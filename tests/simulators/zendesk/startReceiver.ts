import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Delivery = { headers: IncomingHttpHeaders; body: string; url: string };

export type Receiver = {
  url: string;
  deliveries: Delivery[];
  /** Resolves when that many deliveries have come. */
  waitFor(count: number): Promise<void>;
  close(): Promise<void>;
};

/** A server that takes webhooks; `answer` says how, 200 at once by default. */
export async function startReceiver(
  answer: (response: ServerResponse, index: number) => void = (response) => response.end(),
): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  let arrived = (): void => undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      deliveries.push({ headers: request.headers, body, url: request.url ?? '' });
      answer(response, deliveries.length - 1);
      arrived();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    deliveries,
    waitFor: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (deliveries.length >= count) resolve();
        };
        arrived = check;
        check();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
