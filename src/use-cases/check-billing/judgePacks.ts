import type { Policy } from '../../domain/policy/policy';
import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { BillingFinding, SoldPricelist } from '../ports/billingInspection';

const STEP = 'packs';

/** Whether the packs that billing has sold are packs of the policy. */
export function judgePacks(sold: readonly SoldPricelist[] | undefined, policy: Policy): BillingFinding[] {
  if (sold === undefined) return [toFinding(STEP, 'skipped', say('packs_hidden'))];
  const findings = sold.map((pricelist) => judgePricelist(pricelist, policy));
  const soldIds = new Set(sold.map(({ pricelistId }) => pricelistId));
  const unsold = policy.packs.filter(({ pricelistId }) => !soldIds.has(pricelistId));
  if (unsold.length > 0) {
    const list = unsold.map(({ credits, pricelistId: pricelist }) =>
      say('pack_offer', { credits, pricelist }),
    );
    findings.push(toFinding(STEP, 'note', say('packs_unsold', { packs: { list } }), say('packs_compare')));
  }
  return findings;
}

function judgePricelist(
  { shownAs: shown, pricelistId, packCount: count }: SoldPricelist,
  policy: Policy,
): BillingFinding {
  const pricelist = shown === pricelistId ? `«${shown}»` : `«${shown}» (${pricelistId})`;
  const offer = policy.packs.find((pack) => pack.pricelistId === pricelistId);
  if (offer === undefined) {
    return toFinding(STEP, 'problem', say('pack_unknown', { pricelist, count }), say('pack_add', { shown }));
  }
  const code = offer.period === 'month' ? 'pack_good_monthly' : 'pack_good';
  return toFinding(STEP, 'good', say(code, { pricelist, count, credits: offer.credits }));
}
