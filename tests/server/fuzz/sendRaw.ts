import { connect } from 'node:net';
import type { WildRequest } from './wildRequest';

/** What came back, as it stood on the wire; `isHung`: nothing that ends came in time. */
export type RawAnswer = { status: number; head: string; body: string; isHung: boolean };

/** Longer than the bridge gives any request of its own. */
const TIMEOUT_MS = 13_000;

/** As many addresses as the limits may have to tell apart. */
const ADDRESSES = 60_000;

/** Writes the bytes of a request, which no client library would, from one of many addresses, and reads to the end. */
export function sendRaw(
  port: number,
  request: WildRequest,
  proof: Record<string, string>,
): Promise<RawAnswer> {
  const { method, target, headers, body, turn } = request;
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'host: bridge',
    // First, for a wild header may end the head early. It is not closed from here: that would end the request too.
    'connection: close',
    ...(body.length > 0 || method === 'POST' ? [`content-length: ${body.length}`] : []),
    ...[...Object.entries(proof), ...headers].map(([name, value]) => `${name}: ${value}`),
  ];
  const address = turn % ADDRESSES;
  return new Promise((resolve) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      localAddress: `127.1.${address >> 8}.${(address % 255) + 1}`,
    });
    const chunks: Buffer[] = [];
    let isHung = false;
    const timer = setTimeout(() => {
      isHung = true;
      socket.destroy();
    }, TIMEOUT_MS);
    socket.on('data', (chunk) => chunks.push(chunk));
    // A connection that is reset under a body that nobody wanted is an answer too.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve({ ...parse(Buffer.concat(chunks).toString('utf8')), isHung });
    });
    socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]));
  });
}

/** Status 0: no answer. A first «100 Continue» is passed over. */
function parse(text: string): Omit<RawAnswer, 'isHung'> {
  const answer = text.replace(/^HTTP\/1\.1 100 [^\r]*\r\n\r\n/, '');
  const end = answer.indexOf('\r\n\r\n');
  const head = end < 0 ? answer : answer.slice(0, end);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  return { status, head, body: end < 0 ? '' : answer.slice(end + 4) };
}
