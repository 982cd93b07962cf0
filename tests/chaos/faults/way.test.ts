import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { startWay } from './way/startWay';
import type { Way } from './way/startWay';

/** Answers each line with itself in capitals; keeps what it was sent. */
let server: Server;
let received: string;
let endedByClient: number;
let way: Way;
const opened: Socket[] = [];

beforeEach(async () => {
  [received, endedByClient] = ['', 0];
  server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received += chunk.toString();
      socket.write(chunk.toString().toUpperCase());
    });
    socket.on('end', () => {
      endedByClient += 1;
      socket.end('BYE');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  way = await startWay({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.destroy();
  await way.close();
  await new Promise((resolve) => server.close(resolve));
});

/** A connection by the way; `text` is what came back, `ending` how it ended. */
function open() {
  const socket = connect({ port: way.port, host: '127.0.0.1', allowHalfOpen: true });
  opened.push(socket);
  const seen = { text: '', ending: '' };
  socket.on('data', (chunk) => (seen.text += chunk.toString()));
  socket.on('end', () => (seen.ending = 'ended'));
  socket.on('error', (error: NodeJS.ErrnoException) => (seen.ending = error.code ?? 'error'));
  return { socket, seen };
}

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a way', () => {
  it('leads there and back, and an end of the client too', async () => {
    const { socket, seen } = open();
    socket.end('hello');
    await until(() => seen.ending !== '');
    expect([received, seen.text, seen.ending]).toEqual(['hello', 'HELLOBYE', 'ended']);
  });

  it('that is cut resets what stands and what comes, until it is healed', async () => {
    const standing = open();
    standing.socket.write('one');
    await until(() => standing.seen.text === 'ONE');
    way.cut();
    await until(() => standing.seen.ending !== '');
    const coming = open();
    await until(() => coming.seen.ending !== '');
    expect([standing.seen.ending, coming.seen.ending]).toEqual(['ECONNRESET', 'ECONNRESET']);
    way.heal();
    const healed = open();
    healed.socket.write('two');
    await until(() => healed.seen.text === 'TWO');
    expect(received).toBe('onetwo');
  });

  it('that hangs takes everything and leads nowhere; what hung stays dead, what comes after does not', async () => {
    const standing = open();
    await once(standing.socket, 'connect');
    way.hang();
    const coming = open();
    standing.socket.write('one');
    coming.socket.write('two');
    await once(coming.socket, 'connect');
    way.heal();
    const healed = open();
    healed.socket.write('three');
    await until(() => healed.seen.text === 'THREE');
    expect(received).toBe('three');
    expect([standing.seen, coming.seen]).toEqual([
      { text: '', ending: '' },
      { text: '', ending: '' },
    ]);
  });

  it('that is slow leads everything there in its order, later', async () => {
    way.slow({ latencyMs: 30, bytesPerSecond: 10_000 });
    const { socket, seen } = open();
    for (const word of ['one', 'two', 'three']) socket.write(word);
    expect(received).toBe('');
    await once(socket, 'connect');
    way.heal();
    socket.end('four');
    await until(() => seen.ending !== '');
    expect(received).toBe('onetwothreefour');
    expect(seen.text).toBe('ONETWOTHREEFOURBYE');
  });

  it('loses an answer once: what was asked arrives, the answer does not', async () => {
    const lost = way.once({ asked: /two/, kind: 'lose_answer' });
    const { socket, seen } = open();
    socket.write('one');
    await until(() => seen.text === 'ONE');
    socket.write('two');
    await lost;
    await until(() => seen.ending !== '');
    expect([received, seen.text, seen.ending]).toEqual(['onetwo', 'ONE', 'ECONNRESET']);
    const again = open();
    again.socket.write('two');
    await until(() => again.seen.text === 'TWO');
  });

  it('loses an answer after so many bytes of it', async () => {
    const lost = way.once({ asked: /one/, kind: 'lose_answer', answered: /TWO/, afterBytes: 2 });
    const { socket, seen } = open();
    socket.write('one two three');
    await lost;
    await until(() => seen.ending !== '');
    expect([received, seen.text, seen.ending]).toEqual(['one two three', 'ONE TW', 'ended']);
  });

  it('is cut by what is asked, before it gets there', async () => {
    const cut = way.once({ asked: /two/, kind: 'cut' });
    const [asking, other] = [open(), open()];
    await once(other.socket, 'connect');
    asking.socket.write('one');
    await until(() => received === 'one');
    asking.socket.write('two');
    await cut;
    await until(() => asking.seen.ending !== '' && other.seen.ending !== '');
    expect(received).toBe('one');
  });

  it('ends one direction and leaves the other open', async () => {
    const toClient = way.once({ asked: /one/, kind: 'half_close', direction: 'to_client' });
    const first = open();
    first.socket.write('one');
    await toClient;
    await until(() => first.seen.ending === 'ended');
    first.socket.write('two');
    await until(() => received === 'onetwo');
    const toServer = way.once({ asked: /three/, kind: 'half_close', direction: 'to_server' });
    const second = open();
    second.socket.write('three');
    await toServer;
    await until(() => second.seen.ending === 'ended');
    expect([second.seen.text, endedByClient]).toEqual(['THREEBYE', 1]);
  });

  it('spoils answers to what is asked, and no others', async () => {
    way.spoil({ asked: /ticket/, from: 'TICKET', to: 'TOCKET' });
    const { socket, seen } = open();
    socket.write('a ticket');
    await until(() => seen.text !== '');
    way.heal();
    socket.write(', a ticket');
    await until(() => seen.text.length > 8);
    expect(seen.text).toBe('A TOCKET, A TICKET');
  });

  it('forgets what has not happened when it is healed', async () => {
    void way.once({ asked: /one/, kind: 'cut' });
    way.heal();
    const { socket, seen } = open();
    socket.write('one');
    await until(() => seen.text === 'ONE');
  });
});
