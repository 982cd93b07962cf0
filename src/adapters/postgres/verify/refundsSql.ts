/** The first refund of the accounts above $1 up to $2 that gave back other than what its debit is recorded to have taken. */
export const REFUNDS = `
with refunds as (
  select id, refunded_entry_id from support_credits.ledger_entries
   where kind = 'refund' and credit_account_id > $1 and credit_account_id <= $2),
moved as (
  select refunds.id, allocation.grant_entry_id, allocation.amount_credits
    from refunds cross join lateral
         (select grant_entry_id, amount_credits from support_credits.allocations where entry_id = refunds.id offset 0) allocation
  union all
  select refunds.id, allocation.grant_entry_id, -allocation.amount_credits
    from refunds cross join lateral
         (select grant_entry_id, amount_credits from support_credits.allocations where entry_id = refunds.refunded_entry_id offset 0) allocation),
uneven as (select id from moved group by id, grant_entry_id having sum(amount_credits) <> 0)
select entry.credit_account_id, entry.account_seq, entry.key,
       'it does not give back to the grants that its debit took from' as wrong
  from support_credits.ledger_entries entry
 where entry.id in (select id from uneven)
 order by entry.credit_account_id + 0, entry.account_seq limit 1`;
