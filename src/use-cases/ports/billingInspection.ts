import type { Finding } from '../../domain/setup/finding';
import type { BillingStep } from '../../domain/setup/steps';

/** What one look at the connection to billing found. */
export type BillingFinding = Finding<BillingStep>;

/** A currency among the charges looked at, and the days (`YYYY-MM-DD`) of the first and the last of them. */
export type ChargedCurrency = { currency: string; firstDay: string; lastDay: string; chargeCount: number };

/** The charges looked at; `unreadableCount` of them hold no amount that can be counted. */
export type ChargeSample = { currencies: ChargedCurrency[]; unreadableCount: number };

/** A price list as the packs looked at name it; `pricelistId` is the policy's id for it. */
export type SoldPricelist = { shownAs: string; pricelistId: string; packCount: number };

/**
 * Looks at the connection to billing as it is, for a person who sets it up. Every look fails with `AdapterError` where
 * billing does not answer; what it does answer becomes findings. Undefined: billing does not show us that list.
 */
export interface BillingInspection {
  /** The way in, each look only after the one before found no problem: network, certificate, login. */
  readonly entry: readonly { step: BillingStep; look(): Promise<BillingFinding[]> }[];
  /** Every list that is read: rights, columns, filters. */
  lookAtLists(): AsyncIterable<BillingFinding>;
  sampleCharges(): Promise<ChargeSample | undefined>;
  sampleSoldPricelists(): Promise<SoldPricelist[] | undefined>;
  /** The id of any one client; undefined where there is none or none is shown. */
  readAnyAccountId(): Promise<string | undefined>;
}
