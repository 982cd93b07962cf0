const POLL_MS = 10;

/** PostgreSQL's own signals: fast shutdown, then immediate (recovers at the next start), then the end without words. */
const STEPS = [
  { signal: 'SIGINT', waitMs: 10_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/** Stops the server and comes back when it is gone, which takes at most 20 s. */
export async function stopServer(pid: number, isRunning: () => boolean): Promise<void> {
  for (const { signal, waitMs } of STEPS) {
    if (!isRunning()) return;
    try {
      process.kill(pid, signal);
    } catch {
      // Gone between the look and the signal.
    }
    const deadline = Date.now() + waitMs;
    while (isRunning() && Date.now() < deadline) await new Promise((done) => setTimeout(done, POLL_MS));
  }
}
