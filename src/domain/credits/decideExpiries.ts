import { compareBurnOrder } from './burnOrder';
import type { Grant } from './grant';
import type { ExpiryEntry } from './newEntry';

/**
 * Books what is left of every grant that has ended by `now` (ISO 8601): limited to that grant, so a vanished credit is
 * explained by an entry, and in burn order, so that the book's own order never shows. A grant ends at the very instant of
 * `expiresAt`; it can then no longer be taken from.
 */
export function decideExpiries(grants: readonly Grant[], now: string): ExpiryEntry[] {
  return [...grants].sort(compareBurnOrder).flatMap((grant) => {
    if (grant.expiresAt === undefined || grant.expiresAt > now || grant.remainingCredits === 0) return [];
    return {
      kind: 'expiry',
      key: `expiry:${grant.key}:${grant.expiresAt}`,
      grantKey: grant.key,
      amountCredits: grant.remainingCredits,
    };
  });
}
