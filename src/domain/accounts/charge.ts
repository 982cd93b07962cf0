/**
 * What an account was charged once, as billing lists it, in the smallest unit of `currency`. The tax is part of the gross
 * amount. Credit packs are charges too, but not for products: they are no spend (R7).
 */
export type Charge = {
  id: string;
  /** `YYYY-MM-DD`; empty when billing names no day. */
  chargedOn: string;
  currency: string;
  grossMinor: bigint;
  taxMinor: bigint;
  isForProduct: boolean;
};
