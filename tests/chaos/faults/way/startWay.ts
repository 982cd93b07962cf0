import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { buildPassage } from './buildPassage';
import type { Passage } from './buildPassage';
import { SOUND } from './condition';
import type { Condition, Incident } from './condition';

/** A way to a server that leads there as it is, until it is told to fail. Bytes alone pass: it knows no protocol. */
export type Way = {
  port: number;
  /** The same address, but by this way. */
  toAddress(url: string): string;
  /** Every connection is reset, and each new one as soon as it is made. */
  cut(): void;
  /** What is sent arrives so much later in each direction, and so many bytes a second at most. */
  slow(pace: { latencyMs: number; bytesPerSecond: number }): void;
  /** Connections are taken, and nothing of what is sent arrives anywhere: those that stand stay dead for good. */
  hang(): void;
  /** In each answer to what matches, this text becomes that one, which is as long. */
  spoil(change: { asked: RegExp; from: string; to: string }): void;
  /** Once, to the first that asks something that matches: resolves when it has happened. */
  once(incident: Incident): Promise<void>;
  /** How many connections there have been. */
  countConnections(): number;
  /** Leads there as it is again, and forgets what has not happened yet. */
  heal(): void;
  close(): Promise<void>;
};

/** Starts on a free port of this machine; leads to the server at `target`. */
export async function startWay(target: { host: string; port: number }): Promise<Way> {
  const passages = new Set<Passage>();
  const condition: Condition = { ...SOUND, incidents: [] };
  let connections = 0;
  const change = (next: Partial<Condition>) => void Object.assign(condition, next);
  const resetAll = () => {
    for (const passage of passages) passage.reset();
  };
  const cut = () => {
    change({ ...SOUND, isCut: true });
    resetAll();
  };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket: Socket) => {
    connections += 1;
    if (condition.isCut) {
      socket.on('error', () => undefined).resetAndDestroy();
      return;
    }
    const passage = buildPassage(socket, target, { condition, cut });
    passages.add(passage);
    void passage.ended.then(() => passages.delete(passage));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    toAddress(url) {
      const led = new URL(url);
      [led.hostname, led.port] = ['127.0.0.1', String(port)];
      return led.href.replace(/\/$/, url.endsWith('/') ? '/' : '');
    },
    cut,
    slow: (pace) => change({ ...SOUND, pace }),
    hang() {
      change({ ...SOUND, isHanging: true });
      for (const passage of passages) passage.die();
    },
    spoil: (spoiling) => change({ ...SOUND, spoiling }),
    once: (incident) =>
      new Promise((resolve) => {
        condition.incidents.push({ ...incident, happened: resolve });
      }),
    countConnections: () => connections,
    heal: () => change({ ...SOUND, incidents: [] }),
    close: () => closeServer(server, resetAll),
  };
}

function closeServer(server: Server, resetAll: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  resetAll();
  return closed;
}
