/** The first grant of the accounts above $1 up to $2 that is not its entry's, or holds other than what moved says. */
export const GRANTS = `
with moved as (
  select allocation.grant_entry_id,
         sum(case entry.kind when 'refund' then allocation.amount_credits else -allocation.amount_credits end) as credits
    from support_credits.ledger_entries entry
   cross join lateral (select grant_entry_id, amount_credits from support_credits.allocations where entry_id = entry.id offset 0) allocation
   where entry.credit_account_id > $1 and entry.credit_account_id <= $2
   group by 1),
proved as (
  select coalesce(entry.credit_account_id, lot.credit_account_id) as credit_account_id, entry.account_seq,
         coalesce(entry.key, lot.key) as key,
    case
      when lot.entry_id is null then 'its grant is not there'
      when entry.id is null then 'its grant has no entry'
      when lot.key <> entry.key or lot.source <> entry.reason or lot.amount_credits <> entry.amount_credits
           or lot.credit_account_id <> entry.credit_account_id
        then 'its grant says something else than the entry'
      when lot.remaining_credits not between 0 and lot.amount_credits
        then format('%s credits are left of %s', lot.remaining_credits, lot.amount_credits)
      when lot.remaining_credits <> lot.amount_credits + coalesce(moved.credits, 0)
        then format('%s credits are left in its grant, the allocations leave %s', lot.remaining_credits,
                    lot.amount_credits + coalesce(moved.credits, 0))
    end as wrong
    from (select * from support_credits.ledger_entries
           where kind = 'grant' and credit_account_id > $1 and credit_account_id <= $2) entry
    full join (select * from support_credits.grants
                where credit_account_id > $1 and credit_account_id <= $2) lot on lot.entry_id = entry.id
    left join moved on moved.grant_entry_id = lot.entry_id)
select * from proved where wrong is not null order by credit_account_id + 0, account_seq limit 1`;
