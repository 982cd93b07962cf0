import type { Pool } from 'pg';
import type { RecordedEntry } from '../../../use-cases/ports/ledger';

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
    // The account's id is looked up first: then the index by account and number gives the newest ones without a sort,
    // however long the history is.
    `select key, kind, sign * amount_credits as signed_credits, balance_after_credits, reason, ticket_id, occurred_at
       from support_credits.ledger_entries
      where credit_account_id = (select id from support_credits.credit_accounts where billing_account_id = $1)
      order by account_seq desc limit $2`,
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
