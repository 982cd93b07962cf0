import type { IdentityGrade } from '../accounts/accountFacts';
import type { RefundReason } from '../policy/refundReason';
import type { Allocation, GrantSource, Repayment } from './grant';

/** What was known of the client when an entry was decided; frozen with it, so later changes never rewrite the past. */
export type ReasonSnapshot = {
  grade: IdentityGrade;
  partnerLevel: string | undefined;
  spendCents: number;
  billingReadAt: string;
  /** Brought back from this audit of the ticket; the rest was read when that was done. */
  rebuiltFromAudit?: string;
};

/** Who moved credits, and who approved of it where that was needed: the rules by themselves, a person of the helpdesk, or an operator on the host. */
export type Actor =
  { kind: 'rule' } | { kind: 'agent'; id: string; approvedBy?: string } | { kind: 'operator'; name: string };

/** Why a grant exists, in facts that can be looked up again: expenses, a billing item, a written reason. */
export type Proof = Record<string, string | number | readonly string[]>;

/** Opens a lot of credits. `repays` says what of it went straight into debts, oldest first. */
export type GrantEntry = {
  kind: 'grant';
  key: string;
  source: GrantSource;
  amountCredits: number;
  isPaid: boolean;
  effectiveAt: string;
  expiresAt: string | undefined;
  repays: Repayment[];
  proof: Proof;
  actor: Actor;
  /** n of `grant:spend:<account>:<n>`, for spend only. */
  spendStep: number | undefined;
};

/** Takes credits for a problem; what the allocations do not cover is a debt. */
export type DebitEntry = {
  kind: 'debit';
  key: string;
  problemId: string;
  ticketId: string;
  amountCredits: number;
  allocations: Allocation[];
  snapshot: ReasonSnapshot;
  actor: Actor;
};

/** Serves a problem free of charge; written down like a debit. */
export type WaiverEntry = {
  kind: 'waiver';
  key: string;
  problemId: string;
  ticketId: string;
  reason: 'partner' | 'agent';
  snapshot: ReasonSnapshot;
  actor: Actor;
};

/** Mirrors a debit: gives back to the same grants, and forgives what of it is still a debt. */
export type RefundEntry = {
  kind: 'refund';
  key: string;
  debitKey: string;
  problemId: string;
  ticketId: string;
  amountCredits: number;
  allocations: Allocation[];
  /** Grants that have expired since and take credits again until then. */
  reopens: { grantKey: string; expiresAt: string }[];
  reason: RefundReason;
  /** What the rules found when they returned it by themselves. */
  proof?: Proof;
  actor: Actor;
};

/** Removes what is left of a grant at its end. */
export type ExpiryEntry = { kind: 'expiry'; key: string; grantKey: string; amountCredits: number };

/** Takes back an earned credit whose payment was returned; what the allocations do not cover is a debt. */
export type ClawbackEntry = {
  kind: 'clawback';
  key: string;
  amountCredits: number;
  allocations: Allocation[];
  proof: Proof;
  spendStep: number;
};

/** An operator's correction downwards, with a written reason; upwards is a grant of source `adjustment`. */
export type AdjustmentEntry = {
  kind: 'adjustment';
  key: string;
  amountCredits: number;
  allocations: Allocation[];
  proof: Proof;
  actor: Actor;
};

/** An entry that the rules want appended. `key` is the business fact: the ledger takes it once, forever. */
export type NewEntry =
  GrantEntry | DebitEntry | WaiverEntry | RefundEntry | ExpiryEntry | ClawbackEntry | AdjustmentEntry;

/** What an entry does to the balance. Amounts are positive; the kind gives the direction. */
export function signedAmountOf(entry: NewEntry): number {
  switch (entry.kind) {
    case 'grant':
    case 'refund':
      return entry.amountCredits;
    case 'waiver':
      return 0;
    case 'debit':
    case 'expiry':
    case 'clawback':
    case 'adjustment':
      return -entry.amountCredits;
  }
}
