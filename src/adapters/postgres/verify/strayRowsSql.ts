/** One row that belongs to no entry of the ledger, or to one that it cannot belong to. */
export const STRAY_ROWS = `
(select null::bigint as credit_account_id, null::integer as account_seq, null::text as key,
        format('an allocation names entry %s, which is not there', allocation.entry_id) as wrong
   from support_credits.allocations allocation
   left join support_credits.ledger_entries entry on entry.id = allocation.entry_id
  where entry.id is null limit 1)
union all
(select debt.credit_account_id, null, null, 'a debt stands for an entry that is not there, or one of another account'
   from support_credits.debts debt
   left join support_credits.ledger_entries entry on entry.id = debt.entry_id
  where debt.credit_account_id is distinct from entry.credit_account_id limit 1)
union all
(select null, null, null, format('problem %s has an open charge without an entry', open_charge.problem_id)
   from support_credits.open_charges open_charge
   left join support_credits.ledger_entries entry on entry.id = open_charge.entry_id
  where entry.id is null limit 1)
limit 1`;
