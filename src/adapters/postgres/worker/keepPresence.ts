import type { Pool } from 'pg';
import { holdPresence } from './holdPresence';
import type { Presence } from './holdPresence';

/** After a lost connection the next attempt to hold the presence follows this long after the last. */
const RETRY_PAUSE_MS = 1_000;

/** Keeps one worker's sign of life. */
export type PresenceKeeper = {
  /** Resolves when the presence is held; fails when the database does not let it. One attempt runs at a time. */
  hold(workerId: string): Promise<void>;
  /** Whose presence it is; undefined before the first `hold`. */
  readWorkerId(): string | undefined;
  /** Gives the presence up for good. */
  release(): void;
};

/**
 * Holds a worker's presence from the first `hold` until `release`. When its connection is lost it is held anew, with an
 * attempt every second (each bounded by the time-outs of `pool`); until one succeeds others may do this worker's current
 * jobs a second time, which changes nothing more.
 */
export function keepPresence(pool: Pool): PresenceKeeper {
  let presence: Presence | undefined;
  let attempt: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isReleased = false;
  let heldFor: string | undefined;

  const holdAnew = async (workerId: string) => {
    const held = await holdPresence(pool, workerId, () => {
      retryLater(workerId);
    });
    if (isReleased) held.release();
    else presence = held;
  };
  const hold = async (workerId: string) => {
    heldFor = workerId;
    if (isReleased || presence?.isHeld()) return;
    attempt ??= holdAnew(workerId).finally(() => {
      attempt = undefined;
    });
    await attempt;
  };
  const retryLater = (workerId: string) => {
    if (isReleased) return;
    clearTimeout(retry);
    retry = setTimeout(() => {
      hold(workerId).catch(() => {
        retryLater(workerId);
      });
    }, RETRY_PAUSE_MS).unref();
  };
  return {
    hold,
    readWorkerId: () => heldFor,
    release() {
      isReleased = true;
      clearTimeout(retry);
      presence?.release();
    },
  };
}
