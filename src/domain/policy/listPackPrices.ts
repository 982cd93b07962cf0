import type { Policy } from './policy';

/** A pack as people read it: what it costs and what it saves against single credits, in cents of EUR. */
export type PackPrice = { credits: number; priceCents: number; savesCents: number };

/** R9: prices of all packs of the policy; the saving is counted against the policy's first pack. */
export function listPackPrices(policy: Policy): PackPrice[] {
  const single = policy.packs[0];
  if (single === undefined) return [];
  return policy.packs.map(({ credits, priceCents }) => ({
    credits,
    priceCents,
    savesCents: Math.max(0, Math.floor((credits * single.priceCents) / single.credits) - priceCents),
  }));
}
