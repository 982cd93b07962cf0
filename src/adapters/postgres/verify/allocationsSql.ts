/**
 * The first entry or grant of the accounts above $1 up to $2 whose allocations do not fit: what is left in a grant, what an
 * entry took and still owes, whether it is an open charge, a refund against its debit, the moves that the chain covers.
 *
 * One statement, since the allocations of a range are read once for all of it: by their keys, along which the index is
 * walked, never by reading the whole table. Most entries move credits of one grant and say so in one way; those are
 * compared as they stand, in one pass, and only the others (`suspects`) are taken apart. What a refund forgave is no debt
 * any more, so of a refunded debit only no debt may be open. The first move of a grant states its terms; a refund may give
 * its credits a later end. Entries older than the chain recorded no moves.
 */
export const ALLOCATIONS = `
with stated_entries as materialized (
  select id, credit_account_id, account_seq, key, kind, reason, amount_credits, moves, problem_id, refunded_entry_id
    from support_credits.ledger_entries where credit_account_id > $1 and credit_account_id <= $2),
taken as materialized (
  select entry_id, grant_entry_id, amount_credits as credits from support_credits.allocations
   where entry_id = any(array(select id from stated_entries))),
entries as materialized (
  select entry.*, coalesce(sums.grant_count, 0) as grant_count, sums.grant_entry_id, coalesce(sums.credits, 0) as credits
    from stated_entries entry left join (
      select entry_id, count(*)::integer as grant_count, min(grant_entry_id) as grant_entry_id,
             sum(credits)::integer as credits
        from taken group by 1) sums on sums.entry_id = entry.id),
granted as materialized (select * from entries where kind = 'grant'),
lots as materialized (
  select * from support_credits.grants where credit_account_id > $1 and credit_account_id <= $2),
suspects as materialized (
  select * from (
    select entry.id, entry.credit_account_id, entry.account_seq, entry.key, entry.kind, entry.moves,
           entry.refunded_entry_id,
           case entry.grant_count
             when 0 then entry.moves::text <> '[]'
             when 1 then entry.moves::text is distinct from
                         '[{"grantKey":' || to_json(lot.key)::text || ',"amountCredits":' || entry.credits || '}]'
             else true
           end as has_moves_to_compare,
           entry.kind = 'refund'
             and not (entry.grant_count = 1 and debit.grant_count is not distinct from 1
                      and debit.grant_entry_id = entry.grant_entry_id and debit.credits = entry.credits)
             as has_grants_to_compare,
           entry.grant_count > 1
             or entry.grant_count = 1 and origin.credit_account_id is distinct from entry.credit_account_id
             as has_origins_to_compare,
        case
          when entry.kind in ('grant', 'waiver') and (entry.grant_count > 0 or debt.amount_credits is not null)
            then format('a %s took credits', entry.kind)
          when entry.kind in ('refund', 'expiry') and debt.amount_credits is not null
            then format('a debt stands for this %s', entry.kind)
          when entry.kind = 'refund' and entry.amount_credits is distinct from debit.amount_credits
            then format('it gives back %s credits, its debit took %s', entry.amount_credits, debit.amount_credits)
          when refund.refunded_entry_id is not null and debt.amount_credits > 0
            then 'it is refunded, and a debt of it is still open'
          when refund.refunded_entry_id is not null and entry.credits > entry.amount_credits
               or entry.kind in ('debit', 'clawback', 'adjustment', 'expiry') and refund.refunded_entry_id is null
                  and entry.credits + coalesce(debt.amount_credits, 0) <> entry.amount_credits
            then format('its allocations of %s credits and its open debt of %s do not make its amount of %s',
                        entry.credits, coalesce(debt.amount_credits, 0), entry.amount_credits)
          when entry.kind in ('debit', 'waiver') and refund.refunded_entry_id is null
               and open_charge.problem_id is distinct from entry.problem_id
            then 'it is not refunded, and not among the open charges'
          when open_charge.problem_id is not null
               and (refund.refunded_entry_id is not null or entry.kind not in ('debit', 'waiver'))
            then 'it stands among the open charges, where it does not belong'
        end as wrong
      from entries entry
      left join lots lot on lot.entry_id = entry.grant_entry_id
      left join granted origin on origin.id = entry.grant_entry_id
      left join entries debit on debit.id = entry.refunded_entry_id
      left join (select refunded_entry_id from entries where kind = 'refund') refund on refund.refunded_entry_id = entry.id
      left join (select entry_id, amount_credits from support_credits.debts
                  where credit_account_id > $1 and credit_account_id <= $2) debt on debt.entry_id = entry.id
      left join (select entry_id, problem_id from support_credits.open_charges
                  where entry_id = any(array(select id from stated_entries))) open_charge on open_charge.entry_id = entry.id
    ) looked_at
   where wrong is not null or has_moves_to_compare or has_grants_to_compare or has_origins_to_compare),
bad_grants as (
  select coalesce(entry.credit_account_id, lot.credit_account_id) as credit_account_id, entry.account_seq,
         coalesce(entry.key, lot.key) as key,
    case
      when lot.entry_id is null then 'its grant is not there'
      when entry.id is null then 'its grant has no entry'
      when lot.key <> entry.key or lot.source <> entry.reason or lot.amount_credits <> entry.amount_credits
           or lot.credit_account_id <> entry.credit_account_id
        then 'its grant says something else than the entry'
      when lot.remaining_credits <> lot.amount_credits + coalesce(sums.credits, 0)
           or lot.remaining_credits not between 0 and lot.amount_credits
        then format('%s credits are left in its grant, the allocations leave %s', lot.remaining_credits,
                    lot.amount_credits + coalesce(sums.credits, 0))
      when (entry.terms ->> 'isPaid')::boolean <> lot.is_paid
           or (entry.terms ->> 'effectiveAt')::timestamptz <> lot.effective_at
           or entry.terms ->> 'effectiveAt' is not null
              and lot.expires_at is distinct from (entry.terms ->> 'expiresAt')::timestamptz
              and lot.expires_at is distinct from (
                select (move ->> 'expiresAt')::timestamptz
                  from entries refund cross join lateral json_array_elements(refund.moves) move
                 where refund.kind = 'refund' and move ->> 'grantKey' = lot.key and move ->> 'expiresAt' is not null
                 order by refund.account_seq desc limit 1)
        then 'its grant can be used at other times, or was paid for otherwise, than was recorded with it'
    end as wrong
    from (select *, moves -> 0 as terms from granted) entry
    full join lots lot on lot.entry_id = entry.id
    left join (select grant_entry_id, sum(case kind when 'refund' then credits else -credits end) as credits
                 from (
                   select grant_entry_id, kind, credits from entries where grant_count = 1
                   union all
                   select taken.grant_entry_id, entry.kind, taken.credits
                     from entries entry join taken on taken.entry_id = entry.id where entry.grant_count > 1) moved
                group by 1) sums on sums.grant_entry_id = lot.entry_id),
bad_takes as (
  select credit_account_id, account_seq, key, wrong from suspects where wrong is not null),
bad_origins as (
  select entry.credit_account_id, entry.account_seq, entry.key,
         'it moved credits of something that is no grant, or of a grant of another account' as wrong
    from suspects entry
   where entry.has_origins_to_compare and entry.id in (
     select suspect.id from suspects suspect
       join taken on taken.entry_id = suspect.id
       left join granted origin on origin.id = taken.grant_entry_id
      where suspect.has_origins_to_compare and origin.credit_account_id is distinct from suspect.credit_account_id)),
bad_refunds as (
  select entry.credit_account_id, entry.account_seq, entry.key,
         'it does not give back to the grants that its debit took from' as wrong
    from suspects entry
   where entry.has_grants_to_compare and entry.id in (
     select id from (
       select refund.id, back.grant_entry_id, back.credits
         from suspects refund join taken back on back.entry_id = refund.id where refund.has_grants_to_compare
       union all
       select refund.id, taken.grant_entry_id, -taken.credits
         from suspects refund join taken on taken.entry_id = refund.refunded_entry_id
        where refund.has_grants_to_compare) both_sides
      group by id, grant_entry_id having sum(credits) <> 0)),
stated as (
  select case entry.kind when 'grant' then entry.id else lot.entry_id end as grant_entry_id,
         case entry.kind when 'grant' then repaid.id else entry.id end as entry_id,
         move.amount as credits, entry.id as stated_by
    from suspects entry
   cross join lateral (
     select item ->> 'grantKey' as grant_key, item ->> 'entryKey' as entry_key, (item ->> 'amountCredits')::integer as amount
       from json_array_elements(entry.moves) item) move
    left join lots lot on lot.key = move.grant_key
    left join entries repaid on repaid.key = move.entry_key
   where entry.has_moves_to_compare and entry.moves is not null and move.amount is not null),
bad_moves as (
  select entry.credit_account_id, entry.account_seq, entry.key,
         'its allocations are not the moves that were recorded with it' as wrong
    from entries entry
   where entry.id in (
     select min(stated_by) from (
       select * from stated
       union all
       select grant_entry_id, entry_id, -credits, entry_id from taken
        where entry_id in (select id from suspects where has_moves_to_compare)) both_sides
      group by grant_entry_id, entry_id having sum(credits) <> 0)
     and (entry.moves is not null or entry.kind = 'grant'))
select * from (
  select 1 as proof, * from bad_grants where wrong is not null
  union all select 2, * from bad_takes where wrong is not null
  union all select 3, * from bad_refunds
  union all select 4, * from bad_origins
  union all select 5, * from bad_moves) bad
 order by credit_account_id, account_seq, proof limit 1`;
