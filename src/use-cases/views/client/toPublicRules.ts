import type { PublicRules } from '../../../contract/clientCredits';
import type { Policy } from '../../../domain/policy/policy';
import { toBaseView } from '../creditsViewParts';

/** What anybody may know: prices, where to buy, and whether client care is open at `now`. */
export function toPublicRules(policy: Policy, at: Date): PublicRules {
  const { packs, buyUrl, care, now } = toBaseView(policy, at);
  return { packs, buyUrl, care, now };
}
