import type { RememberedFacts } from '../ports/factsMemory';

/** The clocks of replicas differ by less; what is further in the future was written by a clock that went wrong. */
const MAX_AHEAD_MS = 5_000;

/** Whether facts are no older than `maxAgeMs` at `at`, and billing has not said since that they changed. */
export function isRecent({ facts, changedAt }: RememberedFacts, at: Date, maxAgeMs: number): boolean {
  const isChanged = changedAt !== undefined && Date.parse(facts.readAt) < Date.parse(changedAt);
  return !isChanged && isYounger(facts.readAt, at, maxAgeMs);
}

/**
 * Whether less than `maxAgeMs` passed from `since` (ISO 8601) to `at`. A time that is seconds ahead of `at` tells nothing,
 * so it is not young: a clock that ran ahead would else keep alive what it wrote until the others have caught up.
 */
export function isYounger(since: string, at: Date, maxAgeMs: number): boolean {
  const ageMs = at.getTime() - Date.parse(since);
  return ageMs < maxAgeMs && ageMs >= -MAX_AHEAD_MS;
}
