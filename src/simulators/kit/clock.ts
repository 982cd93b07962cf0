/** The time of one simulator. Times are UTC; `set` and `advance` move it, and it keeps running from there. */
export type SimulatorClock = {
  now(): Date;
  /** Takes an ISO 8601 instant; throws a RangeError for anything else. */
  set(iso: string): void;
  advance(ms: number): void;
  reset(): void;
};

/** A date, or a time with its zone: without one it would mean something else on each machine. */
const ISO_INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** Promises a clock that is the real time plus an offset, which is zero until someone moves it. */
export function buildClock(): SimulatorClock {
  let offsetMs = 0;
  const moveTo = (timeMs: number): void => {
    if (Number.isNaN(new Date(timeMs).getTime())) throw new RangeError('The clock needs a valid instant.');
    offsetMs = timeMs - Date.now();
  };
  return {
    now: () => new Date(Date.now() + offsetMs),
    set: (iso) => {
      moveTo(ISO_INSTANT.test(iso) ? Date.parse(iso) : NaN);
    },
    advance: (ms) => {
      moveTo(Date.now() + offsetMs + ms);
    },
    reset: () => {
      offsetMs = 0;
    },
  };
}
