import type { CreditsView } from '../../../contract/creditsView';

/**
 * True when `after` holds a newer reading of billing than `before`. That a requester is no client carries no time of
 * reading, so there the first view after the asking counts.
 */
export function isRefreshed(before: CreditsView, after: CreditsView): boolean {
  return (
    after.billingReadAt !== before.billingReadAt ||
    after.identity.kind !== before.identity.kind ||
    before.identity.kind === 'refused'
  );
}
