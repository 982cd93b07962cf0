/**
 * The first entry of the accounts above $1 up to $2 whose allocations and open debt do not make its amount, or which is
 * among the open charges and should not be, or the other way round. What a refund forgave is no debt any more, so of a
 * refunded debit only no debt may be open. `offset 0` keeps each look at another table to one an entry.
 */
export const TAKES = `
with entries as (
  select entry.credit_account_id, entry.account_seq, entry.key, entry.kind, entry.amount_credits as amount,
         entry.kind in ('debit', 'waiver') as is_charge, entry.problem_id,
         (select sum(amount_credits) from support_credits.allocations where entry_id = entry.id) as allocated,
         (select amount_credits from support_credits.debts where entry_id = entry.id) as debt,
         (select credit_account_id from support_credits.debts where entry_id = entry.id) as debt_account_id,
         case when entry.kind = 'refund' then
           (select amount_credits from support_credits.ledger_entries where id = entry.refunded_entry_id) end as refunded,
         case when entry.kind in ('debit', 'waiver') then
           (select id from support_credits.ledger_entries where refunded_entry_id = entry.id) end as refund_id,
         (select problem_id from support_credits.open_charges where entry_id = entry.id) as open_problem_id
    from support_credits.ledger_entries entry
   where entry.credit_account_id > $1 and entry.credit_account_id <= $2
  offset 0),
proved as (
  select credit_account_id, account_seq, key,
    case
      when kind in ('grant', 'waiver') and (allocated is not null or debt is not null)
        then format('a %s took credits', kind)
      when kind in ('refund', 'expiry') and debt is not null then format('a debt stands for this %s', kind)
      when debt_account_id <> credit_account_id then 'its debt stands in another account'
      when kind = 'refund' and amount is distinct from refunded
        then format('it gives back %s credits, its debit took %s', amount, refunded)
      when kind = 'debit' and refund_id is not null and debt > 0
        then 'it is refunded, and a debt of it is still open'
      when kind = 'debit' and refund_id is not null and coalesce(allocated, 0) > amount
           or kind in ('debit', 'clawback', 'adjustment', 'expiry') and refund_id is null
              and coalesce(allocated, 0) + coalesce(debt, 0) <> amount
        then format('its allocations of %s credits and its open debt of %s do not make its amount of %s',
                    coalesce(allocated, 0), coalesce(debt, 0), amount)
      when is_charge and refund_id is null and open_problem_id is distinct from problem_id
        then 'it is not refunded, and not among the open charges'
      when not (is_charge and refund_id is null) and open_problem_id is not null
        then 'it stands among the open charges, where it does not belong'
    end as wrong
    from entries)
select * from proved where wrong is not null order by credit_account_id + 0, account_seq limit 1`;
