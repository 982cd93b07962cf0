import type { AccountFacts, Fall } from '../accounts/accountFacts';
import type { Policy } from '../policy/policy';

const HOUR_MS = 3_600_000;

/**
 * The fall of what was charged that is not believed yet (R7), given what was read of the account before. Charges that are
 * gone may have been deleted, or only be hidden from the bridge for a while, so they count on until they were away for
 * `spend.clawbackDelayHours`; a further fall begins that time anew. What returned money lowers is no fall: it stands in
 * `returned`. Undefined: nothing fell, all of it is back, or it has stood for long enough.
 */
export function decideFall(
  facts: AccountFacts,
  before: AccountFacts | undefined,
  policy: Policy,
): Fall | undefined {
  if (before === undefined) return undefined;
  const chargedCents = countCharged(facts);
  const chargedBefore = countCharged(before);
  const fallenCents = chargedBefore + (before.fall?.fallenCents ?? 0) - chargedCents;
  if (fallenCents <= 0) return undefined;
  const isFurther = chargedCents < chargedBefore;
  const since = isFurther ? facts.readAt : (before.fall?.since ?? facts.readAt);
  const stoodMs = Date.parse(facts.readAt) - Date.parse(since);
  return stoodMs < policy.spend.clawbackDelayHours * HOUR_MS ? { fallenCents, since } : undefined;
}

/** What was charged for products, in cents of EUR, before returned money is subtracted. */
function countCharged({ spendCents, returned }: AccountFacts): number {
  return spendCents + (returned?.loweredCents ?? 0);
}
