const FIRST_PAUSE_MS = 300;

const GROWTH = 3;

/** Longer pauses belong to the queue, not to a reading that somebody waits for. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * How long to pause after so many tries; undefined: not at all, the outside wants more time than a reading has. What it
 * asked for counts, else pauses grow. `random` (0 to 1) makes them up to half longer, so that callers who failed together
 * do not come back together.
 */
export function decideWaitMs(
  tries: number,
  { retryAfterMs }: { retryAfterMs: number | undefined },
  random: number,
): number | undefined {
  const leastMs = retryAfterMs ?? FIRST_PAUSE_MS * GROWTH ** (tries - 1);
  if (leastMs > LONGEST_PAUSE_MS) return undefined;
  return Math.round(leastMs * (1 + random / 2));
}
