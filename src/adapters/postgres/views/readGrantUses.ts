import type { Pool } from 'pg';
import type { GrantSums, GrantUse } from '../../../use-cases/ports/ledgerViews';
import { ENTRY_COLUMNS, WITH_LOT, toRecordedEntry } from '../ledger/entryColumns';
import type { EntryColumns } from '../ledger/entryColumns';
import type { EntryPlace } from './readReceipt';

/** `sums`: credits of all uses by kind of entry, the same in each row. */
type UseRow = EntryColumns & { moved_credits: number; sums: Record<string, number> };

/**
 * Allocations are kept by entry, and an index by grant would cost every debit: so the entries of the account after the
 * grant are looked through, one probe each, and those before it of which the grant repaid a debt, which it names itself. Of
 * one client there are thousands at most, however large the ledger is. $1 account, $2 the grant's id, $3 its number, $4 how many
 * are listed.
 */
const USES = `
with candidates as materialized (
  select id, kind, account_seq from support_credits.ledger_entries
   where credit_account_id = $1 and account_seq > $3 and kind in ('debit', 'refund', 'expiry', 'clawback', 'adjustment')
  union all
  select repaid.id, repaid.kind, repaid.account_seq
    from support_credits.ledger_entries lot
    join lateral json_array_elements(lot.moves) move on move ->> 'entryKey' is not null
    join lateral (select id, kind, account_seq from support_credits.ledger_entries
                   where key = move ->> 'entryKey' offset 0) repaid on true
   where lot.id = $2),
uses as materialized (
  select candidate.*, allocation.amount_credits
    from candidates candidate
    join lateral (select amount_credits from support_credits.allocations
                   where entry_id = candidate.id and grant_entry_id = $2 offset 0) allocation on true)
select ${ENTRY_COLUMNS},
       case when used.kind = 'refund' then used.amount_credits else -used.amount_credits end as moved_credits,
       (select json_object_agg(kind, credits)
          from (select kind, sum(amount_credits) as credits from uses group by kind) total) as sums
  from (select * from uses order by account_seq desc limit $4) used
  join lateral (select * from support_credits.ledger_entries where id = used.id offset 0) entry on true
  ${WITH_LOT}
 order by entry.account_seq desc`;

/** Where the credits of a grant went: sums over all of it, and the newest entries. */
export async function readGrantUses(
  pool: Pool,
  { id, accountId, accountSeq }: EntryPlace,
  maxUses: number,
): Promise<{ sums: GrantSums; uses: GrantUse[] }> {
  const { rows } = await pool.query<UseRow>(USES, [accountId, id, accountSeq, maxUses]);
  const sums = rows[0]?.sums ?? {};
  return {
    sums: {
      usedCredits: sums['debit'] ?? 0,
      returnedCredits: sums['refund'] ?? 0,
      expiredCredits: sums['expiry'] ?? 0,
      clawedBackCredits: sums['clawback'] ?? 0,
      adjustedCredits: sums['adjustment'] ?? 0,
    },
    uses: rows.map((row) => ({ entry: toRecordedEntry(row), amountCredits: row.moved_credits })),
  };
}
