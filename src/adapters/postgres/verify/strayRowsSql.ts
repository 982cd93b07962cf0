/** One row that belongs to no entry of the ledger, or moves credits between two accounts. */
export const STRAY_ROWS = `
(select lot.credit_account_id, null::integer as account_seq, lot.key, 'an allocation names an entry that is not there, or one of another account' as wrong
   from support_credits.allocations allocation
   left join support_credits.ledger_entries entry on entry.id = allocation.entry_id
   left join support_credits.grants lot on lot.entry_id = allocation.grant_entry_id
  where entry.id is null or lot.entry_id is null or lot.credit_account_id <> entry.credit_account_id limit 1)
union all
(select debt.credit_account_id, null, null, 'a debt stands for an entry that is not there'
   from support_credits.debts debt
  where not exists (select from support_credits.ledger_entries entry where entry.id = debt.entry_id) limit 1)
union all
(select null, null, null, format('problem %s has an open charge without an entry', open_charge.problem_id)
   from support_credits.open_charges open_charge
  where not exists (select from support_credits.ledger_entries entry where entry.id = open_charge.entry_id) limit 1)
limit 1`;
