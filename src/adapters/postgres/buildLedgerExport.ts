import type { Pool } from 'pg';
import type { ExportedEntry, LedgerExport } from '../../use-cases/ports/ledgerExport';

const PIECE_SIZE = 2_000;

type ExportRow = {
  credit_account_id: string;
  billing_account_id: string;
  account_seq: number;
  key: string;
  kind: string;
  signed_credits: number;
  balance_after_credits: number;
  reason: string;
  problem_id: string | null;
  ticket_id: string | null;
  refunded_key: string | null;
  actor_kind: string;
  occurred_at: Date;
  recorded_at: Date;
  entry_hash: string;
};

const READ_PIECE = `
select entry.credit_account_id, account.billing_account_id, entry.account_seq, entry.key, entry.kind,
       entry.sign * entry.amount_credits as signed_credits, entry.balance_after_credits, entry.reason, entry.problem_id,
       entry.ticket_id, refunded.key as refunded_key, entry.actor ->> 'kind' as actor_kind, entry.occurred_at,
       entry.recorded_at, encode(entry.entry_hash, 'hex') as entry_hash
  from (select * from support_credits.ledger_entries
         where (credit_account_id, account_seq) > ($1, $2)
           and ($3::bigint is null or credit_account_id = $3)
         order by credit_account_id, account_seq limit $4) entry
  join support_credits.credit_accounts account on account.id = entry.credit_account_id
  left join support_credits.ledger_entries refunded on refunded.id = entry.refunded_entry_id
 order by entry.credit_account_id, entry.account_seq`;

/**
 * Reads entries by keyset, a piece at a time: memory stays flat, and nothing is locked or held open. What is appended
 * meanwhile may be in it or not; what is in it is never torn, since entries do not change.
 */
export function buildLedgerExport(pool: Pool): LedgerExport {
  return {
    async countEntries(billingAccountId) {
      const { rows } = await pool.query<{ entries: string }>(
        `select coalesce(sum(entry_count), 0) as entries from support_credits.credit_accounts
          where $1::text is null or billing_account_id = $1`,
        [billingAccountId],
      );
      return Number(rows[0]?.entries ?? 0);
    },
    async *readAllEntries(billingAccountId) {
      const only = billingAccountId === undefined ? undefined : await readAccountId(pool, billingAccountId);
      if (billingAccountId !== undefined && only === undefined) return;
      let last = { credit_account_id: only ?? '0', account_seq: 0 };
      for (;;) {
        const { rows } = await pool.query<ExportRow>(READ_PIECE, [
          last.credit_account_id,
          last.account_seq,
          only ?? null,
          PIECE_SIZE,
        ]);
        if (rows.length > 0) yield rows.map(toExportedEntry);
        if (rows.length < PIECE_SIZE) return;
        last = rows.at(-1) ?? last;
      }
    },
  };
}

async function readAccountId(pool: Pool, billingAccountId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from support_credits.credit_accounts where billing_account_id = $1',
    [billingAccountId],
  );
  return rows[0]?.id;
}

function toExportedEntry(row: ExportRow): ExportedEntry {
  return {
    billingAccountId: row.billing_account_id,
    accountSeq: row.account_seq,
    key: row.key,
    kind: row.kind,
    amountCredits: row.signed_credits,
    balanceAfterCredits: row.balance_after_credits,
    reason: row.reason,
    problemId: row.problem_id ?? undefined,
    ticketId: row.ticket_id ?? undefined,
    refundedKey: row.refunded_key ?? undefined,
    actorKind: row.actor_kind,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    entryHash: row.entry_hash,
  };
}
