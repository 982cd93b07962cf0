import type { HoldReason } from '../tickets/creditState';

/** How sure we are that the requester is this client; the policy says which grade may be charged. */
export const IDENTITY_GRADES = ['linked', 'verified_email'] as const;

/** How sure we are that the requester is this client. */
export type IdentityGrade = (typeof IDENTITY_GRADES)[number];

/** One credit pack that the client bought in billing (R9). */
export type BoughtPack = {
  billingItemId: string;
  pricelistId: string;
  boughtAt: string;
  /** End of the paid term, for packs that are paid by the month. */
  paidUntil: string | undefined;
};

/** One expense on a product, net of tax, in cents of EUR; carries earned credits. */
export type Expense = { id: string; chargedOn: string; netCents: number };

/** What billing knows of one account at `readAt` (ISO 8601). Spend is in cents of EUR, net of tax, without packs. */
export type AccountFacts = {
  billingAccountId: string;
  accountName: string;
  spendCents: number;
  /** What the spend is made of, for the proof of earned credits; empty when it is only remembered. */
  expenses: Expense[];
  partnerLevel: string | undefined;
  packs: BoughtPack[];
  readAt: string;
};

/** What was known of a client before. */
export type KnownClient = { grade: IdentityGrade; facts: AccountFacts };

/** Who the requester is in billing, or why that is not known. */
export type AccountReading =
  /**
   * `isBooked`: what these facts justify was booked when they were read. Deciding on them again could book what newer
   * facts have taken back meanwhile, or the other way round.
   */
  | { kind: 'client'; grade: IdentityGrade; facts: AccountFacts; isBooked?: true }
  | { kind: 'refused'; reason: Exclude<HoldReason, 'no_credits'> }
  /**
   * Billing cannot be asked; `known` is what it said before, for showing, not for charging. Without `retry` asking again
   * cannot help until somebody has mended what is wrong.
   */
  | { kind: 'unavailable'; code: string; retry: boolean; known: KnownClient | undefined };
