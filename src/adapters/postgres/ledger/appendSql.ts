/**
 * Appends a whole plan in one statement. Each kind of rows is a JSON array of its own: $1 entries, $2 grants, $3 moved
 * grants, $4 debts, $5 moved debts, $6 allocations, $7 accounts. Texts of JSON columns are stored to the letter, since
 * the chain covers them. Foreign keys and the trigger that keeps open charges look at the end of the statement. Entries
 * are counted first and so written first: what a unique key refuses is refused by that key, before a grant moves.
 */
export const APPEND = `
with new_entries as (
  insert into support_credits.ledger_entries
    (credit_account_id, account_seq, kind, key, input_hash, amount_credits, balance_after_credits, problem_id, ticket_id,
     refunded_entry_id, reason, spend_step, proof, moves, snapshot, actor, occurred_at, recorded_at, entry_hash)
  select e.credit_account_id, e.account_seq, e.kind, e.key, decode(e.input_hash, 'hex'), e.amount_credits,
         e.balance_after_credits, e.problem_id, e.ticket_id,
         (select id from support_credits.ledger_entries refunded where refunded.key = e.refunded_key),
         e.reason, e.spend_step, e.proof::json, e.moves::json, e.snapshot::json, e.actor::json, e.occurred_at,
         e.recorded_at, decode(e.entry_hash, 'hex')
    from json_to_recordset($1::json) as e (
      credit_account_id bigint, account_seq integer, kind text, key text, input_hash text, amount_credits integer,
      balance_after_credits integer, problem_id text, ticket_id text, refunded_key text, reason text,
      spend_step integer, proof text, moves text, snapshot text, actor text, occurred_at timestamptz,
      recorded_at timestamptz, entry_hash text)
   order by e.credit_account_id, e.account_seq
  returning id, key),
new_grants as (
  insert into support_credits.grants
    (entry_id, credit_account_id, key, source, amount_credits, remaining_credits, is_paid, effective_at, expires_at)
  select entry.id, lot.credit_account_id, lot.key, lot.source, lot.amount_credits, lot.remaining_credits, lot.is_paid,
         lot.effective_at, lot.expires_at
    from json_to_recordset($2::json) as lot (
      key text, credit_account_id bigint, source text, amount_credits integer, remaining_credits integer,
      is_paid boolean, effective_at timestamptz, expires_at timestamptz)
    join new_entries entry on entry.key = lot.key),
moved_grants as (
  update support_credits.grants lot
     set remaining_credits = lot.remaining_credits + moved.credits,
         expires_at = coalesce(moved.expires_at, lot.expires_at)
    from json_to_recordset($3::json) as moved (id bigint, credits integer, expires_at timestamptz)
   where lot.entry_id = moved.id
  returning 1),
new_debts as (
  insert into support_credits.debts (entry_id, credit_account_id, amount_credits)
  select entry.id, debt.credit_account_id, debt.amount_credits
    from json_to_recordset($4::json) as debt (
      entry_key text, credit_account_id bigint, amount_credits integer)
    join new_entries entry on entry.key = debt.entry_key),
moved_debts as (
  update support_credits.debts debt
     set amount_credits = debt.amount_credits - moved.credits
    from json_to_recordset($5::json) as moved (entry_key text, credits integer)
    join support_credits.ledger_entries entry on entry.key = moved.entry_key
   where debt.entry_id = entry.id
  returning 1),
new_allocations as (
  insert into support_credits.allocations (entry_id, grant_entry_id, amount_credits)
  select coalesce(new_entry.id, (select id from support_credits.ledger_entries where key = allocation.entry_key)),
         coalesce(allocation.grant_id, new_grant.id),
         allocation.amount_credits
    from json_to_recordset($6::json) as allocation (
      entry_key text, grant_id bigint, grant_key text, amount_credits integer)
    left join new_entries new_entry on new_entry.key = allocation.entry_key
    left join new_entries new_grant on new_grant.key = allocation.grant_key),
moved_accounts as (
  update support_credits.credit_accounts account
     set balance_credits = moved.balance_credits, entry_count = moved.entry_count,
         last_hash = decode(moved.last_hash, 'hex'), debt_credits = moved.debt_credits,
         earned_credits = moved.earned_credits, bought_credits = moved.bought_credits,
         used_credits = moved.used_credits, returned_credits = moved.returned_credits,
         spend_grant_count = moved.spend_grant_count
    from json_to_recordset($7::json) as moved (
      id bigint, balance_credits integer, entry_count integer, last_hash text, debt_credits integer,
      earned_credits integer, bought_credits integer, used_credits integer, returned_credits integer,
      spend_grant_count integer)
   where account.id = moved.id)
select (select count(*)::integer from new_entries) as entries,
       (select count(*)::integer from moved_grants) as moved_grants,
       (select count(*)::integer from moved_debts) as moved_debts`;
