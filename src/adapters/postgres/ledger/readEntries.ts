import type { Pool } from 'pg';
import type { EntriesRequest } from '../../../use-cases/ports/ledger';
import type { RecordedEntry } from '../../../use-cases/ports/recordedEntry';
import { ENTRY_COLUMNS, WITH_LOT, toRecordedEntry } from './entryColumns';
import type { EntryColumns } from './entryColumns';

/**
 * The account's id is looked up first: then the index by account and number gives the newest ones without a sort, however
 * long the history is. $1 client, $2 how many, $3 the number below which they are to be, or null.
 */
const NEWEST = `
select ${ENTRY_COLUMNS}
  from (select * from support_credits.ledger_entries
         where credit_account_id = (select id from support_credits.credit_accounts where billing_account_id = $1)
           and account_seq < coalesce($3::integer, 2147483647)
         order by account_seq desc limit $2) entry
  ${WITH_LOT}
 order by entry.account_seq desc`;

/** As above, of the problem of ticket $4. A problem has a few entries, which the index by problem finds. */
const NEWEST_OF_TICKET = `
with of_problem as materialized (
  select entry.*
    from (select problem_id from support_credits.ticket_states where ticket_id = $4
          union select 'zt_' || $4) problem
    join support_credits.ledger_entries entry on entry.problem_id = problem.problem_id)
select ${ENTRY_COLUMNS}
  from of_problem entry
  ${WITH_LOT}
 where entry.credit_account_id = (select id from support_credits.credit_accounts where billing_account_id = $1)
   and entry.account_seq < coalesce($3::integer, 2147483647)
 order by entry.account_seq desc limit $2`;

/** Entries of a client, newest first; an unknown client has none. */
export async function readEntries(
  pool: Pool,
  billingAccountId: string,
  limit: number,
  { beforeSeq, ticketId }: EntriesRequest = {},
): Promise<RecordedEntry[]> {
  const values = [billingAccountId, limit, beforeSeq ?? null];
  const { rows } =
    ticketId === undefined
      ? await pool.query<EntryColumns>(NEWEST, values)
      : await pool.query<EntryColumns>(NEWEST_OF_TICKET, [...values, ticketId]);
  return rows.map(toRecordedEntry);
}
