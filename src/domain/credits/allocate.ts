import { compareBurnOrder } from './burnOrder';
import type { Allocation, Grant } from './grant';

/**
 * Takes `amountCredits` from the grants usable at `now` (ISO 8601), in burn order. What the grants do not cover is
 * left unallocated: the caller decides whether an overdraft is allowed.
 */
export function allocate(grants: readonly Grant[], amountCredits: number, now: string): Allocation[] {
  const allocations: Allocation[] = [];
  let missing = amountCredits;
  for (const grant of [...grants].filter((each) => isUsable(each, now)).sort(compareBurnOrder)) {
    if (missing === 0) break;
    const taken = Math.min(grant.remainingCredits, missing);
    allocations.push({ grantKey: grant.key, amountCredits: taken });
    missing -= taken;
  }
  return allocations;
}

/** Credits of the grants usable at `now`. */
export function countUsableCredits(grants: readonly Grant[], now: string): number {
  return grants.filter((each) => isUsable(each, now)).reduce((sum, each) => sum + each.remainingCredits, 0);
}

function isUsable(grant: Grant, now: string): boolean {
  const isExpired = grant.expiresAt !== undefined && grant.expiresAt <= now;
  return grant.remainingCredits > 0 && grant.effectiveAt <= now && !isExpired;
}
