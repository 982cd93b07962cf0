import type { Socket } from 'node:net';
import type { Condition } from './condition';

/** One direction of a connection: what is sent arrives in its order, at the pace of the way. */
export type Lane = { send(chunk: Buffer): void; end(): void };

type OnItsWay = { dueAt: number; deliver(): void };

/** Leads to `socket`. Without a pace what is sent arrives at once, unless something before it is still on its way. */
export function buildLane(socket: Socket, readPace: () => Condition['pace']): Lane {
  const onTheirWay: OnItsWay[] = [];
  let freeAt = 0;

  // One timer at a time, for the first: timers of their own could fire in another order.
  const deliverDue = () => {
    while (onTheirWay[0] !== undefined && onTheirWay[0].dueAt <= performance.now()) {
      onTheirWay.shift()?.deliver();
    }
    if (onTheirWay[0] !== undefined) setTimeout(deliverDue, onTheirWay[0].dueAt - performance.now());
  };
  const arrive = (bytes: number, deliver: () => void) => {
    const now = performance.now();
    const pace = readPace();
    if (pace !== undefined) {
      freeAt = Math.max(now + pace.latencyMs, freeAt) + (bytes / pace.bytesPerSecond) * 1_000;
    }
    const isFirst = onTheirWay.length === 0;
    onTheirWay.push({ dueAt: freeAt, deliver });
    if (isFirst) deliverDue();
  };
  const ifOpen = (deliver: () => void) => () => {
    if (!socket.destroyed && !socket.writableEnded) deliver();
  };
  return {
    send: (chunk) =>
      arrive(
        chunk.length,
        ifOpen(() => socket.write(chunk)),
      ),
    end: () =>
      arrive(
        0,
        ifOpen(() => socket.end()),
      ),
  };
}
