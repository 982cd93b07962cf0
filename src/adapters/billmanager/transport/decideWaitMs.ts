import type { AdapterError } from '../../../use-cases/ports/AdapterError';

/** A lost connection may be back at once; a request that the panel still works on takes seconds. */
const FIRST_PAUSE_MS = 300;
const FIRST_PAUSE_WHEN_BUSY_MS = 2_000;

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
  { code, retryAfterMs }: Pick<AdapterError, 'code' | 'retryAfterMs'>,
  random: number,
): number | undefined {
  const firstMs = code === 'billing_busy' ? FIRST_PAUSE_WHEN_BUSY_MS : FIRST_PAUSE_MS;
  const leastMs = retryAfterMs ?? firstMs * GROWTH ** (tries - 1);
  if (leastMs > LONGEST_PAUSE_MS) return undefined;
  return Math.round(leastMs * (1 + random / 2));
}
