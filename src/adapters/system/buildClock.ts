import type { Clock } from '../../use-cases/ports/clock';

/** The machine's own time. */
export function buildClock(): Clock {
  return { now: () => new Date() };
}
