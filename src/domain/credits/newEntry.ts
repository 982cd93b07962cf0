import type { IdentityGrade } from '../accounts/accountFacts';
import type { RefundReason } from '../policy/refundReason';
import type { Allocation, GrantSource } from './grant';

/** What was known of the client when an entry was decided; frozen with it, so later changes never rewrite the past. */
export type ReasonSnapshot = {
  grade: IdentityGrade;
  partnerLevel: string | undefined;
  spendCents: number;
  billingReadAt: string;
};

/** Who moved credits: the rules by themselves, or a person of the helpdesk. */
export type Actor = { kind: 'rule' } | { kind: 'agent'; id: string };

/** An entry that the rules want appended. `key` is the business fact: the ledger takes it once, forever. */
export type NewEntry =
  | {
      kind: 'grant';
      key: string;
      source: GrantSource;
      amountCredits: number;
      isPaid: boolean;
      effectiveAt: string;
      expiresAt: string | undefined;
      proof: Record<string, string | number>;
    }
  | {
      kind: 'debit';
      key: string;
      problemId: string;
      ticketId: string;
      amountCredits: number;
      allocations: Allocation[];
      snapshot: ReasonSnapshot;
      actor: Actor;
    }
  | {
      kind: 'waiver';
      key: string;
      problemId: string;
      ticketId: string;
      reason: 'partner' | 'agent';
      snapshot: ReasonSnapshot;
      actor: Actor;
    }
  | {
      kind: 'refund';
      key: string;
      debitKey: string;
      problemId: string;
      ticketId: string;
      amountCredits: number;
      allocations: Allocation[];
      reason: RefundReason;
      actor: Actor;
    };
