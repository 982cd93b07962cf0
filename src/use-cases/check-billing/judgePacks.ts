import type { Policy } from '../../domain/policy/policy';
import type { Finding, SoldPricelist } from '../ports/billingInspection';

/** Whether the packs that billing has sold are packs of the policy. */
export function judgePacks(sold: readonly SoldPricelist[] | undefined, policy: Policy): Finding[] {
  if (sold === undefined) return [{ step: 'packs', verdict: 'skipped', found: 'Packs are not shown to us.' }];
  const findings = sold.map((pricelist) => judgePricelist(pricelist, policy));
  const soldIds = new Set(sold.map(({ pricelistId }) => pricelistId));
  const unsold = policy.packs.filter(({ pricelistId }) => !soldIds.has(pricelistId));
  if (unsold.length > 0) {
    const names = unsold
      .map(({ credits, pricelistId }) => `${credits} (price list ${pricelistId})`)
      .join(', ');
    findings.push({
      step: 'packs',
      verdict: 'note',
      found: `Packs of the policy that nobody has bought yet: ${names}.`,
      change: 'Compare these ids with the price lists of the service in billing; buy one and look again.',
    });
  }
  return findings;
}

function judgePricelist({ shownAs, pricelistId, packCount }: SoldPricelist, policy: Policy): Finding {
  const named = shownAs === pricelistId ? `«${shownAs}»` : `«${shownAs}» (${pricelistId})`;
  const seen = `Price list ${named}, packs seen: ${packCount}`;
  const offer = policy.packs.find((pack) => pack.pricelistId === pricelistId);
  if (offer !== undefined) {
    const credits = offer.period === 'month' ? 'credits each month' : 'credits each';
    return { step: 'packs', verdict: 'good', found: `${seen}; ${credits}: ${offer.credits}.` };
  }
  return {
    step: 'packs',
    verdict: 'problem',
    found: `${seen}; the policy has no such pack, so they give no credits.`,
    change: `Add it to the policy key packs, or, where this is a name of one that is there, write its id into billing.pricelists: {"${shownAs}": "<id>"}.`,
  };
}
