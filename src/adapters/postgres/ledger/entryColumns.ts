import type { GrantSource } from '../../../domain/credits/grant';
import type { Actor } from '../../../domain/credits/newEntry';
import type { RecordedEntry } from '../../../use-cases/ports/recordedEntry';

/** What is read of an entry `entry`, with the lot `lot` that it opened where it is a grant. */
export const ENTRY_COLUMNS = `
  entry.account_seq, entry.key, entry.kind, entry.sign * entry.amount_credits as signed_credits,
  entry.balance_after_credits, entry.reason, entry.ticket_id, entry.problem_id, entry.actor, entry.occurred_at,
  entry.recorded_at, lot.source, lot.is_paid, lot.effective_at, lot.expires_at, lot.remaining_credits`;

/** Where the columns come from, given the entries wanted. */
export const WITH_LOT = `
  left join support_credits.grants lot on entry.kind = 'grant' and lot.entry_id = entry.id`;

/** A row of {@link ENTRY_COLUMNS}. */
export type EntryColumns = {
  account_seq: number;
  key: string;
  kind: RecordedEntry['kind'];
  signed_credits: number;
  balance_after_credits: number;
  reason: string;
  ticket_id: string | null;
  problem_id: string | null;
  actor: Actor;
  occurred_at: Date;
  recorded_at: Date;
} & (LotColumns | Record<keyof LotColumns, null>);

type LotColumns = {
  source: GrantSource;
  is_paid: boolean;
  effective_at: Date;
  expires_at: Date | null;
  remaining_credits: number;
};

export function toRecordedEntry(row: EntryColumns): RecordedEntry {
  return {
    accountSeq: row.account_seq,
    key: row.key,
    kind: row.kind,
    amountCredits: row.signed_credits,
    balanceAfterCredits: row.balance_after_credits,
    reason: row.reason,
    ticketId: row.ticket_id ?? undefined,
    problemId: row.problem_id ?? undefined,
    actor: row.actor,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    grant:
      row.source === null
        ? undefined
        : {
            source: row.source,
            isPaid: row.is_paid,
            effectiveAt: row.effective_at.toISOString(),
            expiresAt: row.expires_at?.toISOString(),
            remainingCredits: row.remaining_credits,
          },
  };
}
