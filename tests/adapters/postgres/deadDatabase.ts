import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** AuthenticationOk and ReadyForQuery of PostgreSQL's protocol, version 3. */
const GREETING = Buffer.concat([
  Buffer.from('R'),
  Buffer.from([0, 0, 0, 8, 0, 0, 0, 0]),
  Buffer.from('Z'),
  Buffer.from([0, 0, 0, 5]),
  Buffer.from('I'),
]);

/** A database behind a dead connection: takes what it is sent and never answers; `greets` lets clients in first. */
export async function startDeadDatabase(greets: boolean) {
  const sockets = new Set<Socket>();
  let bytesRead = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (greets) socket.once('data', () => socket.write(GREETING));
    socket.on('data', (chunk) => (bytesRead += chunk.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://nobody:nothing@127.0.0.1:${port}/nowhere`,
    countBytesRead: () => bytesRead,
    countConnections: () => sockets.size,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
