/**
 * The first debit or waiver of the accounts above $1 up to $2 that is neither refunded nor open, or an entry that is open
 * and should not be. `offset 0` keeps it to one look at each table an entry.
 */
export const OPEN_CHARGES = `
with entries as (
  select credit_account_id, account_seq, key, problem_id,
         case when kind in ('debit', 'waiver') then
           (select id from support_credits.ledger_entries where refunded_entry_id = entry.id) is null
           else false end as is_wanted,
         (select problem_id from support_credits.open_charges where entry_id = entry.id) as open_problem_id
    from support_credits.ledger_entries entry
   where credit_account_id > $1 and credit_account_id <= $2
  offset 0)
select credit_account_id, account_seq, key,
       case when is_wanted then 'it is not refunded, and not among the open charges'
            else 'it stands among the open charges, where it does not belong' end as wrong
  from entries
 where case when is_wanted then open_problem_id is distinct from problem_id else open_problem_id is not null end
 order by credit_account_id + 0, account_seq limit 1`;
