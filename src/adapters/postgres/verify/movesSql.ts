/**
 * The first entry of the accounts above $1 up to $2 whose moves, as the chain covers them, are not what the allocations
 * say. A grant's moves are what it repaid of other entries. Entries older than the chain recorded no moves.
 */
export const MOVES = `
with entries as (
  select id, key, kind, moves from support_credits.ledger_entries
   where credit_account_id > $1 and credit_account_id <= $2),
stated as (
  select case entry.kind when 'grant' then entry.id else lot.entry_id end as grant_id,
         case entry.kind when 'grant'
           then (select id from support_credits.ledger_entries repaid where repaid.key = move.entry_key)
           else entry.id end as entry_id, move.amount as credits, entry.id as stated_by
    from entries entry
   cross join lateral (
     select item ->> 'grantKey' as grant_key, item ->> 'entryKey' as entry_key, (item ->> 'amountCredits')::integer as amount
       from json_array_elements(entry.moves) item) move
    left join (select key, entry_id from support_credits.grants
                where credit_account_id > $1 and credit_account_id <= $2) lot on lot.key = move.grant_key
   where entry.moves is not null and move.amount is not null),
done as (
  select allocation.grant_entry_id as grant_id, entry.id as entry_id, -allocation.amount_credits as credits,
         entry.id as stated_by
    from entries entry cross join lateral
         (select grant_entry_id, amount_credits from support_credits.allocations where entry_id = entry.id offset 0) allocation),
uneven as (
  select min(stated_by) as id from (select * from stated union all select * from done) every_move
   group by grant_id, entry_id having sum(credits) <> 0)
select entry.credit_account_id, entry.account_seq, entry.key,
       'its allocations are not the moves that were recorded with it' as wrong
  from support_credits.ledger_entries entry
 where entry.id in (select id from uneven)
   and (entry.moves is not null or entry.kind = 'grant')
 order by entry.credit_account_id + 0, entry.account_seq limit 1`;
