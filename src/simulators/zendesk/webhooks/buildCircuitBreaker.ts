import type { SimulatorClock } from '../../kit/clock';

/** When calls of a webhook are held back (zendesk.md 7.4); the least number of calls and the pause are inferred. */
export type BreakerLimits = {
  /** Below so many attempts within the window a share of errors says nothing. */
  minAttempts: number;
  maxErrorShare: number;
  maxErrors: number;
  windowMs: number;
  /** How long nothing is sent; then the counting begins anew. */
  openMs: number;
};

export const DEFAULT_BREAKER: BreakerLimits = {
  minAttempts: 100,
  maxErrorShare: 0.7,
  maxErrors: 1000,
  windowMs: 300_000,
  openMs: 5_000,
};

export type CircuitBreaker = {
  isOpen(webhookId: string): boolean;
  note(webhookId: string, isError: boolean): void;
  clear(): void;
};

type Window = { attempts: { atMs: number; isError: boolean }[]; errors: number; openUntilMs: number };

/** One breaker for each webhook, on the clock of the simulation. */
export function buildCircuitBreaker(clock: SimulatorClock, limits: BreakerLimits): CircuitBreaker {
  const windows = new Map<string, Window>();
  const forget = (window: Window, beforeMs: number): void => {
    let old = 0;
    for (const attempt of window.attempts) {
      if (attempt.atMs >= beforeMs) break;
      if (attempt.isError) window.errors -= 1;
      old += 1;
    }
    if (old > 0) window.attempts.splice(0, old);
  };
  return {
    isOpen: (webhookId) => (windows.get(webhookId)?.openUntilMs ?? 0) > clock.now().getTime(),
    note(webhookId, isError) {
      const nowMs = clock.now().getTime();
      const window = windows.get(webhookId) ?? { attempts: [], errors: 0, openUntilMs: 0 };
      windows.set(webhookId, window);
      forget(window, nowMs - limits.windowMs);
      window.attempts.push({ atMs: nowMs, isError });
      if (isError) window.errors += 1;
      const count = window.attempts.length;
      const isMostlyWrong = count >= limits.minAttempts && window.errors / count >= limits.maxErrorShare;
      if (!isMostlyWrong && window.errors <= limits.maxErrors) return;
      windows.set(webhookId, { attempts: [], errors: 0, openUntilMs: nowMs + limits.openMs });
    },
    clear: () => {
      windows.clear();
    },
  };
}
