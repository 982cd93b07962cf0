import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 50;
const LONGEST_MS = 100_000;

/** Waits until it is so; fails with `what` when it never is. */
export async function until(what: string, isReached: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + LONGEST_MS;
  while (!(await isReached())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await pause(POLL_MS);
  }
}
