import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { errorBodySchema } from '../../../src/contract/errorBody';
import { SERVER_BOUNDS } from '../../../src/server/http/serverBounds';
import type { ServerBounds } from '../../../src/server/http/serverBounds';
import { openServer } from './openServer';

/** A twentieth of production's: what is proved is that each bound ends what it is there for. */
const SHORT: Partial<ServerBounds> = {
  headersMs: 250,
  requestMs: 500,
  checkMs: 50,
  silentMs: 1_500,
  connections: 20,
};

type App = ReturnType<typeof openServer>['app'];
const opened: { app: App; sockets: Socket[] }[] = [];

afterEach(async () => {
  for (const { app, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await app.close();
  }
});

async function listen() {
  const { app, queued } = openServer({}, SHORT);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const sockets: Socket[] = [];
  opened.push({ app, sockets });
  const { port } = app.server.address() as AddressInfo;
  return { app, queued, open: () => openSocket(port, sockets) };
}

async function openSocket(port: number, sockets: Socket[]) {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.on('data', (bytes) => (text += bytes.toString())).on('error', () => undefined);
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
  return { socket, ended };
}

/** Writes a byte now and then until the other side lets go. */
function drip(socket: Socket, byte: string): void {
  const timer = setInterval(() => socket.write(byte), 20);
  socket.once('close', () => clearInterval(timer));
}

const code = (text: string) =>
  errorBodySchema.parse(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).error.code;

const HEAD = 'POST /webhooks/zendesk HTTP/1.1\r\nhost: bridge\r\ncontent-type: application/json\r\n';

describe('a connection', () => {
  it('whose headers never end is cut, and so is one that says nothing at all', async () => {
    const { open } = await listen();
    const [slow, mute] = [await open(), await open()];
    slow.socket.write(HEAD);
    drip(slow.socket, 'x');
    expect(code(await slow.ended)).toBe('bad_request');
    await mute.ended;
  });

  it('whose body comes byte by byte is cut, and nothing is queued', async () => {
    const { open, queued } = await listen();
    const { socket, ended } = await open();
    socket.write(`${HEAD}content-length: 60000\r\n\r\n`);
    drip(socket, '{');
    expect(code(await ended)).toBe('bad_request');
    expect(queued).toEqual([]);
  });

  it('whose headers are too long, or which speaks something else, is told so in the words of the contract', async () => {
    const { open } = await listen();
    for (const bytes of [
      `${HEAD}x-long: ${'x'.repeat(20_000)}\r\n\r\n`,
      '\x16\x03\x01\x00\xa5\x01\r\n\r\n',
    ]) {
      const { socket, ended } = await open();
      socket.write(bytes);
      const text = await ended;
      expect(text).toMatch(/^HTTP\/1\.1 400 /);
      expect(code(text)).toBe('bad_request');
    }
  });

  it('beyond the last one allowed is let go at once; when the idle ones are cut there is room again', async () => {
    const { open } = await listen();
    const idle = await Promise.all(Array.from({ length: 20 }, open));
    const beyond = await open();
    beyond.socket.write('GET /healthz HTTP/1.1\r\nhost: bridge\r\n\r\n');
    expect(await beyond.ended).toBe('');
    await Promise.all(idle.map(({ ended }) => ended));
    const next = await open();
    next.socket.write('GET /healthz HTTP/1.1\r\nhost: bridge\r\nconnection: close\r\n\r\n');
    expect(await next.ended).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('the bounds of production', () => {
  it('are those that the documentation states, on the server itself', () => {
    const { server } = openServer().app;
    const read = server as typeof server & { connectionsCheckingInterval?: number };
    expect({
      headersMs: read.headersTimeout,
      requestMs: read.requestTimeout,
      silentMs: read.timeout,
      idleMs: read.keepAliveTimeout,
      connections: read.maxConnections,
    }).toEqual({
      headersMs: 5_000,
      requestMs: 10_000,
      silentMs: 30_000,
      idleMs: 72_000,
      connections: 2_000,
    });
    expect(SERVER_BOUNDS).toMatchObject({ bodyBytes: 65_536, checkMs: 1_000, handlerMs: 15_000 });
  });
});
