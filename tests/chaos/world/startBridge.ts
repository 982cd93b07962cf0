import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(__dirname, '../../..');
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 15_000;
const POLL_MS = 50;
/** Started again and again, as by whatever supervises a service: a database that is away keeps it from starting. */
const MOST_STARTS = 60;
const START_PAUSE_MS = 1_000;

/** One replica of the bridge: a real process that can be killed and started again. */
export type Bridge = {
  port: number;
  isReady(): boolean;
  /** How often it ended though nobody had ended it. */
  countUnasked(): number;
  start(): Promise<void>;
  /** Comes back when the process is gone, with its exit code; null when it was killed or did not run. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  /** Stops the process where it stands, as a machine does that is suspended; it still holds its connections. */
  freeze(): void;
  /** Lets it go on. */
  thaw(): void;
};

/** A bridge that is not started yet. All that it says is added to `logPath`, over all its starts. */
export function buildBridge(options: { port: number; env: Record<string, string>; logPath: string }): Bridge {
  const { port, logPath } = options;
  let child: ChildProcess | undefined;
  let isReady = false;
  let unaskedCount = 0;
  const startOnce = async (): Promise<boolean> => {
    const started = launch(options);
    child = started;
    started.once('exit', () => {
      if (child !== started) return;
      // Nobody ended it. One that was not ready yet is started again; one that served its clients should not have died.
      if (isReady) unaskedCount += 1;
      [child, isReady] = [undefined, false];
    });
    const isUp = await waitUntilReady(started, port, logPath);
    // It may have been ended while it was starting, and another one begun.
    if (isUp && child === started) isReady = true;
    return isUp;
  };
  return {
    port,
    isReady: () => isReady,
    countUnasked: () => unaskedCount,
    async start() {
      for (let attempt = 1; child === undefined; attempt += 1) {
        if (await startOnce()) return;
        if (attempt === MOST_STARTS) throw new Error(`A bridge does not start; see ${logPath}.`);
        await sleep(START_PAUSE_MS);
      }
    },
    async end(signal) {
      const ending = child;
      [child, isReady] = [undefined, false];
      if (ending === undefined || hasEnded(ending)) return null;
      const ended = new Promise<number | null>((resolve) => ending.once('exit', resolve));
      ending.kill(signal);
      const killer = setTimeout(() => ending.kill('SIGKILL'), STOP_TIMEOUT_MS);
      const code = await ended;
      clearTimeout(killer);
      return code;
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
}

/** The channel to it closes when this process dies, whatever kills it, and that tells the bridge to end. */
function launch({ port, env, logPath }: Parameters<typeof buildBridge>[0]): ChildProcess {
  const script = 'dist/bridge/support-credits.js';
  const child = spawn(process.execPath, ['--enable-source-maps', script, 'serve'], {
    cwd: ROOT,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(logPath, { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.once('close', () => log.end());
  return child;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** False: it ended before. */
async function waitUntilReady(child: ChildProcess, port: number, logPath: string): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(port))) {
    if (hasEnded(child)) return false;
    if (Date.now() > deadline)
      throw new Error(`A bridge is not ready after ${START_TIMEOUT_MS} ms; see ${logPath}.`);
    await sleep(POLL_MS);
  }
  return !hasEnded(child);
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
