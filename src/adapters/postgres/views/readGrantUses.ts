import type { Pool } from 'pg';
import type { GrantSums, GrantUse } from '../../../use-cases/ports/ledgerViews';
import { ENTRY_COLUMNS, WITH_LOT, toRecordedEntry } from '../ledger/entryColumns';
import type { EntryColumns } from '../ledger/entryColumns';
import type { EntryPlace } from './readReceipt';

type UseRow = EntryColumns & {
  moved_credits: number;
  used: number | null;
  returned: number | null;
  expired: number | null;
  clawed_back: number | null;
  adjusted: number | null;
};

/**
 * Allocations are kept by entry, and an index by grant would cost every debit: so the entries of the account after the
 * grant are looked through, one probe each, and those before it of which the grant repaid a debt, which it names itself. Of
 * one client there are thousands at most, however large the ledger is. $1 account, $2 the grant's id, $3 its number, $4 how
 * many are listed.
 */
const USES = `
with candidates as materialized (
  select id from support_credits.ledger_entries
   where credit_account_id = $1 and account_seq > $3 and kind in ('debit', 'refund', 'expiry', 'clawback', 'adjustment')
  union
  select repaid.id
    from support_credits.ledger_entries lot
    join lateral json_array_elements(lot.moves) move on move ->> 'entryKey' is not null
    join lateral (select id from support_credits.ledger_entries
                   where key = move ->> 'entryKey' offset 0) repaid on true
   where lot.id = $2),
uses as materialized (
  select candidate.id, allocation.amount_credits
    from candidates candidate
    join lateral (select amount_credits from support_credits.allocations
                   where entry_id = candidate.id and grant_entry_id = $2 offset 0) allocation on true)
select ${ENTRY_COLUMNS},
       case when entry.kind = 'refund' then used.amount_credits else -used.amount_credits end as moved_credits,
       (sum(used.amount_credits) filter (where entry.kind = 'debit') over ())::integer as used,
       (sum(used.amount_credits) filter (where entry.kind = 'refund') over ())::integer as returned,
       (sum(used.amount_credits) filter (where entry.kind = 'expiry') over ())::integer as expired,
       (sum(used.amount_credits) filter (where entry.kind = 'clawback') over ())::integer as clawed_back,
       (sum(used.amount_credits) filter (where entry.kind = 'adjustment') over ())::integer as adjusted
  from uses used
  join lateral (select * from support_credits.ledger_entries where id = used.id offset 0) entry on true
  ${WITH_LOT}
 order by entry.account_seq desc limit $4`;

/** Where the credits of a grant went: sums over all of it, and the newest entries. */
export async function readGrantUses(
  pool: Pool,
  { id, accountId, accountSeq }: EntryPlace,
  maxUses: number,
): Promise<{ sums: GrantSums; uses: GrantUse[] }> {
  const { rows } = await pool.query<UseRow>(USES, [accountId, id, accountSeq, maxUses]);
  const first = rows[0];
  return {
    sums: {
      usedCredits: first?.used ?? 0,
      returnedCredits: first?.returned ?? 0,
      expiredCredits: first?.expired ?? 0,
      clawedBackCredits: first?.clawed_back ?? 0,
      adjustedCredits: first?.adjusted ?? 0,
    },
    uses: rows.map((row) => ({ entry: toRecordedEntry(row), amountCredits: row.moved_credits })),
  };
}
