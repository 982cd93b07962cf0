export type PriceList = { id: string; name: string; credits: number; priceCents: number };

/** The packs as published (rule R9), each a lifetime tariff of the product "per-incident support". */
export const PRICE_LISTS: readonly PriceList[] = [
  { id: '101', name: 'Support: 1 incident', credits: 1, priceCents: 3_000 },
  { id: '105', name: 'Support: 5 incidents', credits: 5, priceCents: 10_000 },
  { id: '130', name: 'Support: 30 incidents', credits: 30, priceCents: 30_000 },
];

/** The price list that sells a pack of so many credits, or undefined. */
export function findPriceList(credits: number): PriceList | undefined {
  return PRICE_LISTS.find((list) => list.credits === credits);
}
