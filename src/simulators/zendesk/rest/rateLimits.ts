import type { SimulatorClock } from '../../kit/clock';

/** How many calls each limit allows; the defaults are those of zendesk.md 8.5. A control route may change them. */
export type RateLimits = {
  /** Whether calls are counted at all. */
  areOn: boolean;
  accountPerMinute: number;
  /** `PUT /tickets/{id}`, per user and ticket. */
  ticketUpdatesPer10Minutes: number;
  /** `PUT /tickets/{id}`, all together. */
  ticketUpdatesPerMinute: number;
  ticketListsPerMinute: number;
  /** `GET /tickets/{id}/audits`, all together. */
  ticketAuditsPerMinute: number;
  incrementalPerMinute: number;
  /** `PUT /users/{id}` and `create_or_update`, per user that is updated. */
  userUpdatesPerMinute: number;
  /** The same, all together. */
  userUpdatesPerSecond: number;
  appNotificationsPerMinute: number;
};

export const DEFAULT_RATE_LIMITS: RateLimits = {
  areOn: true,
  accountPerMinute: 700,
  ticketUpdatesPer10Minutes: 30,
  ticketUpdatesPerMinute: 100,
  ticketListsPerMinute: 100,
  ticketAuditsPerMinute: 500,
  incrementalPerMinute: 10,
  userUpdatesPerMinute: 5,
  userUpdatesPerSecond: 1,
  appNotificationsPerMinute: 100,
};

export const MINUTE_MS = 60_000;
const MS_PER_SECOND = 1000;

export type RateState = { isAllowed: boolean; limit: number; remaining: number; resetsInS: number };
export type RateCounter = {
  /** Counts one call under the key. */
  take(key: string, limit: number, windowMs: number): RateState;
  clear(): void;
};

/** Counts calls in fixed windows, each beginning with its first call. */
export function buildRateCounter(clock: SimulatorClock): RateCounter {
  const windows = new Map<string, { startMs: number; count: number }>();
  return {
    take(key, limit, windowMs) {
      const nowMs = clock.now().getTime();
      const known = windows.get(key);
      const isOpen = known !== undefined && nowMs >= known.startMs && nowMs < known.startMs + windowMs;
      const window = isOpen ? known : { startMs: nowMs, count: 0 };
      window.count += 1;
      windows.set(key, window);
      return {
        isAllowed: window.count <= limit,
        limit,
        remaining: Math.max(0, limit - window.count),
        resetsInS: Math.ceil((window.startMs + windowMs - nowMs) / MS_PER_SECOND),
      };
    },
    clear: () => {
      windows.clear();
    },
  };
}
