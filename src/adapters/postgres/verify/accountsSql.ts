/** The first account above $1 up to $2 whose stored figures are not those of its entries, grants and debts; with counts. */
export const ACCOUNTS = `
with entries as (
  select credit_account_id, count(*) as entry_count, sum(sign * amount_credits) as balance,
         coalesce(sum(amount_credits) filter (where kind = 'grant' and reason = 'spend'), 0) as earned,
         coalesce(sum(amount_credits) filter (where kind = 'grant' and reason = 'pack'), 0) as bought,
         coalesce(sum(amount_credits) filter (where kind = 'debit'), 0) as used,
         coalesce(sum(amount_credits) filter (where kind = 'refund'), 0) as returned,
         count(*) filter (where kind = 'grant' and reason = 'spend')
           - count(*) filter (where kind = 'clawback') as spend_grants
    from support_credits.ledger_entries
   where credit_account_id > $1 and credit_account_id <= $2 group by 1),
lots as (
  select credit_account_id, sum(remaining_credits) as remaining from support_credits.grants
   where credit_account_id > $1 and credit_account_id <= $2 group by 1),
owed as (
  select credit_account_id, sum(amount_credits) as debt from support_credits.debts
   where credit_account_id > $1 and credit_account_id <= $2 and amount_credits > 0 group by 1),
proved as (
  select account.id as credit_account_id, null::integer as account_seq, null::text as key,
    case
      when account.entry_count <> coalesce(entries.entry_count, 0)
        then format('it counts %s entries, %s are there', account.entry_count, coalesce(entries.entry_count, 0))
      when account.last_hash <> coalesce(
             (select entry_hash from support_credits.ledger_entries last
               where last.credit_account_id = account.id and last.account_seq = account.entry_count),
             decode(repeat('00', 32), 'hex'))
        then 'the end of its hash chain is not that of its last entry'
      when account.balance_credits <> coalesce(entries.balance, 0)
        then format('its balance says %s, its entries add up to %s', account.balance_credits,
                    coalesce(entries.balance, 0))
      when account.debt_credits <> coalesce(owed.debt, 0)
        then format('its debt says %s, the debts add up to %s', account.debt_credits, coalesce(owed.debt, 0))
      when account.balance_credits <> coalesce(lots.remaining, 0) - coalesce(owed.debt, 0)
        then format('its balance says %s, what is left in its grants less its debts is %s', account.balance_credits,
                    coalesce(lots.remaining, 0) - coalesce(owed.debt, 0))
      when account.earned_credits <> coalesce(entries.earned, 0) then 'its total of earned credits is wrong'
      when account.bought_credits <> coalesce(entries.bought, 0) then 'its total of bought credits is wrong'
      when account.used_credits <> coalesce(entries.used, 0) then 'its total of used credits is wrong'
      when account.returned_credits <> coalesce(entries.returned, 0) then 'its total of returned credits is wrong'
      when account.spend_grant_count <> coalesce(entries.spend_grants, 0)
        then 'its count of grants earned by spend is wrong'
    end as wrong
    from support_credits.credit_accounts account
    left join entries on entries.credit_account_id = account.id
    left join lots on lots.credit_account_id = account.id
    left join owed on owed.credit_account_id = account.id
   where account.id > $1 and account.id <= $2)
select bad.*, (select coalesce(sum(entry_count), 0)::integer from entries) as entry_count,
       (select count(*)::integer from support_credits.credit_accounts where id > $1 and id <= $2) as account_count
  from (values (1)) one left join lateral (
    select * from proved where wrong is not null order by credit_account_id limit 1) bad on true`;
