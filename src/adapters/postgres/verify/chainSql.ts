/**
 * The first entry of the accounts above $1 up to $2 whose place, balance or link does not follow from the entry before it.
 * Frames are of one row, since those of a range of rows would be looked for at each row though nobody asks for them.
 * The link is computed anew from what the entry says now; `previous_hash` is the link that was stored with the one before.
 */
export const CHAIN = `
with following as (
  select entry.*, lag(entry.entry_hash) over account as previous_hash,
         lag(entry.account_seq, 1, 0) over account as previous_seq,
         lag(entry.balance_after_credits, 1, 0) over account as previous_balance
    from support_credits.ledger_entries entry
   where entry.credit_account_id > $1 and entry.credit_account_id <= $2
  window account as (partition by entry.credit_account_id order by entry.account_seq
                     rows between current row and current row)),
proved as (
  select entry.credit_account_id, entry.account_seq, entry.key,
    case
      when account.id is null then 'its credit account is not there'
      when entry.account_seq <> entry.previous_seq + 1
        then format('its number does not follow %s, the one before it', entry.previous_seq)
      when entry.balance_after_credits <> entry.previous_balance + entry.sign * entry.amount_credits
        then format('the balance after it says %s, the entries add up to %s', entry.balance_after_credits,
                    entry.previous_balance + entry.sign * entry.amount_credits)
      when entry.entry_hash <> sha256(convert_to(concat_ws(chr(31),
             coalesce(encode(entry.previous_hash, 'hex'), repeat('0', 64)), account.billing_account_id,
             entry.account_seq, entry.kind, entry.key, encode(entry.input_hash, 'hex'), entry.amount_credits,
             entry.balance_after_credits, coalesce(entry.problem_id, ''), coalesce(entry.ticket_id, ''),
             coalesce((select key from support_credits.ledger_entries where id = entry.refunded_entry_id), ''), entry.reason, coalesce(entry.spend_step::text, ''),
             coalesce(entry.proof::text, ''), coalesce(entry.moves::text, ''), coalesce(entry.snapshot::text, ''),
             entry.actor::text, floor(extract(epoch from entry.occurred_at) * 1000)::bigint,
             floor(extract(epoch from entry.recorded_at) * 1000)::bigint), 'UTF8'))
        then 'its link in the hash chain is not that of what it says'
    end as wrong
    from following entry
    left join (select id, billing_account_id from support_credits.credit_accounts
                where id > $1 and id <= $2) account on account.id = entry.credit_account_id)
select * from proved where wrong is not null order by credit_account_id + 0, account_seq limit 1`;
