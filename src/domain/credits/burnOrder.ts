import type { Grant } from './grant';

/**
 * The order in which grants are used up (design.md, section 5): soonest expiry, then free before paid, then oldest, then
 * key. Total: two different grants are never equal, so every replica takes from the same grant.
 */
export function compareBurnOrder(one: Grant, other: Grant): number {
  return (
    compareText(one.expiresAt ?? NEVER, other.expiresAt ?? NEVER) ||
    Number(one.isPaid) - Number(other.isPaid) ||
    compareText(one.effectiveAt, other.effectiveAt) ||
    compareText(one.key, other.key)
  );
}

/** Later than any ISO 8601 time: a grant that never expires burns last. */
const NEVER = '9999-12-31T23:59:59.999Z';

/** Compares by code unit, not by locale: the order must be the same on every machine. */
function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
