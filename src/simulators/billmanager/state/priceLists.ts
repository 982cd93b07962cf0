import type { Currency } from './projects';

/** A tariff of the product "per-incident support"; `monthly` grants its credits anew each month of the paid term. */
export type PriceList = {
  id: string;
  name: string;
  credits: number;
  period: 'lifetime' | 'monthly';
  /** For the whole pack, or for one month of it, in hundredths. */
  prices: Record<Currency, number>;
};

/** The packs as published (rule R9), and one that comes monthly; prices in USD and RUB are the simulator's own. */
export const PRICE_LISTS: readonly PriceList[] = [
  {
    id: '101',
    name: 'Support: 1 incident',
    credits: 1,
    period: 'lifetime',
    prices: { EUR: 3_000, USD: 3_300, RUB: 270_000 },
  },
  {
    id: '105',
    name: 'Support: 5 incidents',
    credits: 5,
    period: 'lifetime',
    prices: { EUR: 10_000, USD: 11_000, RUB: 900_000 },
  },
  {
    id: '130',
    name: 'Support: 30 incidents',
    credits: 30,
    period: 'lifetime',
    prices: { EUR: 30_000, USD: 33_000, RUB: 2_700_000 },
  },
  {
    id: '210',
    name: 'Support: 10 incidents a month',
    credits: 10,
    period: 'monthly',
    prices: { EUR: 12_000, USD: 13_200, RUB: 1_080_000 },
  },
];

/** Sizes of the packs that are bought once, in credits. */
export const LIFETIME_SIZES = PRICE_LISTS.filter((list) => list.period === 'lifetime').map(
  (list) => list.credits,
);

/** The price list that sells a pack of so many credits, once or for months; undefined when there is none. */
export function findPriceList(
  credits: number,
  period: PriceList['period'] = 'lifetime',
): PriceList | undefined {
  return PRICE_LISTS.find((list) => list.credits === credits && list.period === period);
}
