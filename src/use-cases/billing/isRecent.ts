import type { RememberedFacts } from '../ports/factsMemory';

/** Whether facts are no older than `maxAgeMs` at `at`, and billing has not said since that they changed. */
export function isRecent({ facts, changedAt }: RememberedFacts, at: Date, maxAgeMs: number): boolean {
  const readAt = Date.parse(facts.readAt);
  const isChanged = changedAt !== undefined && readAt < Date.parse(changedAt);
  return !isChanged && at.getTime() - readAt < maxAgeMs;
}
