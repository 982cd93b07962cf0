import type { Rate } from '../money/toEuroCents';
import type { IdentityRefusal } from '../tickets/creditState';
import type { ReturnReason } from './payment';

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

/**
 * One expense on a product, which carries earned credits: what it counts for, in cents of EUR, net of tax or gross as the
 * policy says, and the rate it was converted at when it was in another currency.
 */
export type Expense = { id: string; chargedOn: string; spendCents: number; rate?: Rate | undefined };

/** Money that went back to the client: by how much it lowers the spend, in cents of EUR, and which payments did it. */
export type Returned = { loweredCents: number; payments: { id: string; why: ReturnReason }[] };

/**
 * What was charged for products is less than it was, by so many cents of EUR, and that is not believed yet; `since` is when
 * it last fell (ISO 8601).
 */
export type Fall = { fallenCents: number; since: string };

/**
 * What billing knows of one account at `readAt` (ISO 8601). Spend is in cents of EUR: what was charged for products, as
 * `expenses` has it, without packs, less what `returned` lowers it by.
 */
export type AccountFacts = {
  billingAccountId: string;
  accountName: string;
  spendCents: number;
  /** What the spend is made of, for the proof of earned credits; empty when it is only remembered. */
  expenses: Expense[];
  /** Absent when nothing that was returned lowers the spend. */
  returned?: Returned | undefined;
  /** Absent when nothing fell; what billing was read to say before decides (`decideFall`). */
  fall?: Fall | undefined;
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
  | { kind: 'refused'; reason: IdentityRefusal }
  /**
   * Billing cannot be asked; `known` is what it said before, for showing, not for charging. Without `retry` asking again
   * cannot help until somebody has mended what is wrong.
   */
  | { kind: 'unavailable'; code: string; retry: boolean; known: KnownClient | undefined };
