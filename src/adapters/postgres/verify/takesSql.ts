/**
 * The first entry of the accounts above $1 up to $2 whose allocations and open debt do not make its amount. What a refund
 * forgave is no debt any more, so of a refunded debit only no debt may be open.
 */
export const TAKES = `
with allocated as (
  select allocation.entry_id, sum(allocation.amount_credits) as credits
    from support_credits.ledger_entries entry
    join support_credits.allocations allocation on allocation.entry_id = entry.id
   where entry.credit_account_id > $1 and entry.credit_account_id <= $2
   group by 1),
proved as (
  select entry.credit_account_id, entry.account_seq, entry.key,
    case
      when entry.kind in ('grant', 'waiver') and (allocated.credits is not null or debt.entry_id is not null)
        then format('a %s took credits', entry.kind)
      when entry.kind in ('refund', 'expiry') and debt.entry_id is not null then format('a debt stands for this %s', entry.kind)
      when debt.credit_account_id <> entry.credit_account_id then 'its debt stands in another account'
      when entry.kind = 'refund' and entry.amount_credits <> refunded.amount_credits
        then format('it gives back %s credits, its debit took %s', entry.amount_credits, refunded.amount_credits)
      when entry.kind = 'debit' and refund.id is not null and debt.amount_credits > 0
        then 'it is refunded, and a debt of it is still open'
      when entry.kind = 'debit' and refund.id is not null and coalesce(allocated.credits, 0) > entry.amount_credits
           or entry.kind in ('debit', 'clawback', 'adjustment', 'expiry') and refund.id is null
              and coalesce(allocated.credits, 0) + coalesce(debt.amount_credits, 0) <> entry.amount_credits
        then format('its allocations of %s credits and its open debt of %s do not make its amount of %s',
                    coalesce(allocated.credits, 0), coalesce(debt.amount_credits, 0), entry.amount_credits)
    end as wrong
    from support_credits.ledger_entries entry
    left join allocated on allocated.entry_id = entry.id
    left join support_credits.debts debt on debt.entry_id = entry.id
    left join support_credits.ledger_entries refunded on refunded.id = entry.refunded_entry_id
    left join support_credits.ledger_entries refund on refund.refunded_entry_id = entry.id
   where entry.credit_account_id > $1 and entry.credit_account_id <= $2)
select * from proved where wrong is not null order by credit_account_id + 0, account_seq limit 1`;
