import type { Actor } from '../../domain/credits/newEntry';
import type { GrantSource } from '../../domain/credits/grant';

/** A lot of credits as it stands now. Times are ISO 8601. */
export type RecordedGrant = {
  source: GrantSource;
  isPaid: boolean;
  effectiveAt: string;
  expiresAt: string | undefined;
  remainingCredits: number;
};

/** An entry as recorded. Amounts carry their sign; times are ISO 8601. */
export type RecordedEntry = {
  /** Its number in the account, from 1 without gaps. */
  accountSeq: number;
  key: string;
  kind: 'grant' | 'debit' | 'waiver' | 'refund' | 'expiry' | 'clawback' | 'adjustment';
  amountCredits: number;
  balanceAfterCredits: number;
  reason: string;
  ticketId: string | undefined;
  problemId: string | undefined;
  actor: Actor;
  occurredAt: string;
  recordedAt: string;
  /** Of a grant. */
  grant: RecordedGrant | undefined;
};
