/** The first debit or waiver of the accounts above $1 up to $2 that is not refunded and not open, or both. */
export const OPEN_CHARGES = `
select entry.credit_account_id, entry.account_seq, entry.key,
       case when open_charge.entry_id is null then 'it is not refunded, and not among the open charges'
            else 'it stands among the open charges, where it does not belong' end as wrong
  from support_credits.ledger_entries entry
  left join support_credits.open_charges open_charge on open_charge.entry_id = entry.id
  left join support_credits.ledger_entries refund on refund.refunded_entry_id = entry.id
 where entry.credit_account_id > $1 and entry.credit_account_id <= $2
   and (entry.kind in ('debit', 'waiver') and refund.id is null) is distinct from
       (open_charge.entry_id is not null and open_charge.problem_id is not distinct from entry.problem_id)
 order by entry.credit_account_id + 0, entry.account_seq limit 1`;
