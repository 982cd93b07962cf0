import type { Clock } from '../../../use-cases/ports/clock';

/** What goes beyond a limit: when it may be tried again, and whether it is the first of its key in this window. */
export type Excess = { retryAfterSeconds: number; isFirst: boolean };

/** Counts what comes under a key, such as an address. */
export type RateLimit = {
  /** Counts one more; undefined while that is within the limit. */
  take(key: string): Excess | undefined;
  /** Whether the next one would go beyond; counts nothing. */
  isReached(key: string): boolean;
};

const WINDOW_MS = 60_000;

/** Whoever comes from more addresses than this is not held by a limit for each; the oldest are forgotten first. */
const MAX_KEYS = 10_000;

/**
 * Lets `perMinute` of each key pass in each window of a minute, in memory and for this process alone. A minute that begins
 * in the middle of a burst lets twice as many pass; that is known and small enough.
 */
export function buildRateLimit(perMinute: number, clock: Clock): RateLimit {
  const counts = new Map<string, number>();
  let startedAt = clock.now().getTime();

  const readElapsedMs = (): number => {
    const elapsed = clock.now().getTime() - startedAt;
    // A clock that is set back begins a new window too, else nothing would be forgiven until it is that late again.
    if (elapsed >= 0 && elapsed < WINDOW_MS) return elapsed;
    counts.clear();
    startedAt += elapsed;
    return 0;
  };

  return {
    take: (key) => {
      const elapsed = readElapsedMs();
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (counts.size > MAX_KEYS) for (const oldest of counts.keys()) return void counts.delete(oldest);
      if (count <= perMinute) return undefined;
      return {
        retryAfterSeconds: Math.ceil((WINDOW_MS - elapsed) / 1_000),
        isFirst: count === perMinute + 1,
      };
    },
    isReached: (key) => {
      readElapsedMs();
      return (counts.get(key) ?? 0) >= perMinute;
    },
  };
}
