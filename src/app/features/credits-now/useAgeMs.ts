import { useEffect, useState } from 'react';

const TICK_MS = 15_000;

/**
 * Age of `readAt` by the bridge's clock, growing while the page stands open. The two times come from one clock, so a
 * wrong clock of the agent's computer does not matter. Give the component a new `key` with each new view.
 */
export function useAgeMs(readAt: string, now: string): number {
  const [elapsedMs, setElapsedMs] = useState(0);
  useEffect(() => {
    const startedAt = performance.now();
    const timer = setInterval(() => setElapsedMs(performance.now() - startedAt), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Date.parse(now) - Date.parse(readAt)) + elapsedMs;
}
