import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedPostgresLogger } from './startEmbeddedPostgres';
import type { LaunchedServer } from './launchServer';
import { stopServer } from './stopServer';

/** A server that is started again should it end by itself. */
export type KeptServer = { stop(): Promise<void> };

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Keeps a server running until `stop`: one that ends by itself, because the system ended it or its disk was full, is started
 * again by `relaunch` on the same address, with growing pauses while it does not start. What was committed is there again.
 */
export function keepServer(
  launched: LaunchedServer,
  relaunch: () => Promise<LaunchedServer>,
  logger?: EmbeddedPostgresLogger,
): KeptServer {
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  let current: LaunchedServer = launched;

  const launchAgain = async (): Promise<void> => {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      await pause(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (isStopping()) return;
      try {
        current = await relaunch();
        logger?.info({ pid: current.pid }, 'embedded database started again');
        return;
      } catch {
        // Its own log says why; without space on the disk it will not start before there is some.
        logger?.warn({}, 'embedded database does not start again');
      }
    }
  };
  const keep = async (): Promise<void> => {
    while (!isStopping()) {
      await current.exited;
      if (isStopping()) return;
      logger?.warn({ pid: current.pid }, 'embedded database ended by itself');
      await launchAgain();
    }
  };
  const kept = keep();
  return {
    async stop() {
      stopping.abort();
      await stopServer(current.pid, current.isRunning);
      // A start that was under way ends, and what it brought is stopped too.
      await kept;
      await stopServer(current.pid, current.isRunning);
    },
  };
}
