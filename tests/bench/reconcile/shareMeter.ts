import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';

/** Where the time of a process went, in ms. */
export type Shares = { ownMs: number; databaseMs: number; outsideMs: number; idleMs: number };

/** Reads the shares since the last reading. */
export type ShareMeter = { read(): Shares };

type Awaited = 'database' | 'outside';

/**
 * Measures at the edge of the process: its own is all the time in which its event loop does something, libraries and the system's
 * part in sending and receiving included. The rest of the clock is waiting: for the outside while an HTTP request is under
 * way, else for the database while a statement is, else for nothing. That tells them apart only while one job runs at a time.
 */
export function startShareMeter(pool: Pool): ShareMeter {
  const underWay = { database: 0, outside: 0 };
  let shares = noShares();
  let before = performance.eventLoopUtilization();

  const settle = () => {
    const now = performance.eventLoopUtilization();
    const { idle: waitedMs, active: ownMs } = performance.eventLoopUtilization(now, before);
    before = now;
    shares.ownMs += ownMs;
    if (underWay.outside > 0) shares.outsideMs += waitedMs;
    else if (underWay.database > 0) shares.databaseMs += waitedMs;
    else shares.idleMs += waitedMs;
  };
  const change = (what: Awaited, by: 1 | -1) => {
    settle();
    underWay[what] += by;
  };
  watchStatements(pool, change);
  watchRequests(change);
  return {
    read() {
      settle();
      const read = shares;
      shares = noShares();
      return read;
    },
  };
}

const noShares = (): Shares => ({ ownMs: 0, databaseMs: 0, outsideMs: 0, idleMs: 0 });

/** A connection is under way from its first statement until all that were sent have their answers. */
function watchStatements(pool: Pool, change: (what: 'database', by: 1 | -1) => void): void {
  pool.on('connect', (client) => {
    let isUnderWay = false;
    const query = client.query.bind(client);
    const watched = (...given: unknown[]): unknown => {
      if (!isUnderWay) change('database', 1);
      isUnderWay = true;
      return Reflect.apply(query, client, given);
    };
    Object.assign(client, { query: watched });
    client.on('drain', () => {
      if (isUnderWay) change('database', -1);
      isUnderWay = false;
    });
  });
}

/** A request is under way until its answer is read to the end. */
function watchRequests(change: (what: 'outside', by: 1 | -1) => void): void {
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequest };
    change('outside', 1);
    request.once('close', () => change('outside', -1));
  });
}
