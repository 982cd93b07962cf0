import { setTimeout as wait } from 'node:timers/promises';

/** Waits for so long. False, and at once, when the signal ends the waiting. */
export type Pause = (waitMs: number, signal: AbortSignal) => Promise<boolean>;

/** Waits by the machine's own time. */
export const pause: Pause = (waitMs, signal) =>
  wait(waitMs, true, { signal }).catch((error: unknown) => {
    if (signal.aborted) return false;
    throw error;
  });
