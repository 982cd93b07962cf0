import type { Pool } from 'pg';
import type { RecordedEntry } from '../../../use-cases/ports';

type EntryRow = {
  key: string;
  kind: RecordedEntry['kind'];
  signed_credits: number;
  balance_after_credits: number;
  reason: string;
  ticket_id: string | null;
  occurred_at: Date;
};

/** The newest entries of a client, newest first; an unknown client has none. */
export async function readEntries(
  pool: Pool,
  billingAccountId: string,
  limit: number,
): Promise<RecordedEntry[]> {
  const { rows } = await pool.query<EntryRow>(
    `select entry.key, entry.kind, entry.sign * entry.amount_credits as signed_credits, entry.balance_after_credits, entry.reason, entry.ticket_id,
            entry.occurred_at
       from support_credits.ledger_entries entry
       join support_credits.credit_accounts account on account.id = entry.credit_account_id
      where account.billing_account_id = $1
      order by entry.account_seq desc limit $2`,
    [billingAccountId, limit],
  );
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    amountCredits: row.signed_credits,
    balanceAfterCredits: row.balance_after_credits,
    reason: row.reason,
    ticketId: row.ticket_id ?? undefined,
    occurredAt: row.occurred_at.toISOString(),
  }));
}
