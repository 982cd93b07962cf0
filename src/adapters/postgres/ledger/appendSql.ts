import { addJobsSql } from '../worker/queueJobs';
import { AFTER_LISTS, countSql, listSql } from './appendLists';
import { STORE_STATES } from './storeTicketStates';

/**
 * Writes all that a transaction has decided in one statement: entries with what follows from them, the tickets' states, and
 * the jobs that are left to be done. Texts of JSON columns are stored to the letter, since the chain covers them. Foreign
 * keys and triggers look at the end of the statement. Entries are counted first and so written first: what a unique key
 * refuses is refused by that key, before a grant moves. It fails when a grant or a debt that is to be moved is not there.
 */
export const APPEND = `
with new_entries as (
  insert into support_credits.ledger_entries
    (credit_account_id, account_seq, kind, key, input_hash, amount_credits, balance_after_credits, problem_id, ticket_id,
     refunded_entry_id, reason, spend_step, proof, moves, snapshot, actor, occurred_at, recorded_at, entry_hash,
     topic, product, submitted_at)
  select e.credit_account_id, e.account_seq, e.kind, e.key, decode(e.input_hash, 'hex'), e.amount_credits,
         e.balance_after_credits, e.problem_id, e.ticket_id,
         refunded.id,
         e.reason, e.spend_step, e.proof::json, e.moves::json, e.snapshot::json, e.actor::json, e.occurred_at,
         e.recorded_at, decode(e.entry_hash, 'hex'),
         coalesce(refunded.topic, e.topic), coalesce(refunded.product, e.product), e.submitted_at
    from ${listSql('entries', 'e')}
    left join lateral (select id, topic, product from support_credits.ledger_entries
                        where key = e.refunded_key offset 0) refunded on true
   order by e.credit_account_id, e.account_seq
  returning id, key),
new_grants as (
  insert into support_credits.grants
    (entry_id, credit_account_id, key, source, amount_credits, remaining_credits, is_paid, effective_at, expires_at)
  select entry.id, lot.credit_account_id, lot.key, lot.source, lot.amount_credits, lot.remaining_credits, lot.is_paid,
         lot.effective_at, lot.expires_at
    from ${listSql('newGrants', 'lot')}
    join new_entries entry on entry.key = lot.key),
moved_grants as (
  update support_credits.grants lot
     set remaining_credits = lot.remaining_credits + moved.credits,
         expires_at = coalesce(moved.expires_at, lot.expires_at)
    from ${listSql('movedGrants', 'moved')}
   where lot.entry_id = moved.id
  returning 1),
new_debts as (
  insert into support_credits.debts (entry_id, credit_account_id, amount_credits)
  select entry.id, debt.credit_account_id, debt.amount_credits
    from ${listSql('newDebts', 'debt')}
    join new_entries entry on entry.key = debt.entry_key),
moved_debts as (
  update support_credits.debts debt
     set amount_credits = debt.amount_credits - moved.credits
    from ${listSql('movedDebts', 'moved')}
    join support_credits.ledger_entries entry on entry.key = moved.entry_key
   where debt.entry_id = entry.id
  returning 1),
new_allocations as (
  insert into support_credits.allocations (entry_id, grant_entry_id, amount_credits)
  select coalesce(new_entry.id, (select id from support_credits.ledger_entries where key = allocation.entry_key)),
         coalesce(allocation.grant_id, new_grant.id),
         allocation.amount_credits
    from ${listSql('allocations', 'allocation')}
    left join new_entries new_entry on new_entry.key = allocation.entry_key
    left join new_entries new_grant on new_grant.key = allocation.grant_key),
moved_accounts as (
  update support_credits.credit_accounts account
     set balance_credits = moved.balance_credits, entry_count = moved.entry_count,
         last_hash = decode(moved.last_hash, 'hex'), debt_credits = moved.debt_credits,
         earned_credits = moved.earned_credits, bought_credits = moved.bought_credits,
         used_credits = moved.used_credits, returned_credits = moved.returned_credits,
         spend_grant_count = moved.spend_grant_count
    from ${listSql('accounts', 'moved')}
   where account.id = moved.id),
stored_states as (${STORE_STATES}),
queued as (select ${addJobsSql(AFTER_LISTS)})
select (select count(*) from new_entries) as entries,
       case when (select count(*) from moved_grants) <> ${countSql('movedGrants')}
              or (select count(*) from moved_debts) <> ${countSql('movedDebts')}
            then support_credits.refuse('Defect: an entry names a grant or a debt that is not recorded.') end as refusal,
       (select count(*) from queued) as jobs`;
