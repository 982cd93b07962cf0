import { MAX_HELD_TICKETS } from './heldTickets';

/** More tickets of one problem, or merged into one ticket, are somebody's mistake; the next look at each finds it. */
const MAX_RELATED_TICKETS = 100;

/**
 * One statement instead of eight: a decision waits for the network as seldom as it can while it holds a lock. $1 ids of clients
 * in billing, $2 problem ids, $3 command ids, $4 ticket ids. Grants are read that have something left, and those that the open
 * charges took from: what is given back to an empty one can be spent by the next decision of the same transaction. Where a table grows with the ledger each row is looked up by itself
 * (`lateral`, `offset 0`): the plan is kept for long, and one made while the tables were small would read them whole.
 */
export const READ_STATE = `
with charge as materialized (
  select entry.*, open_charge.entry_id is not null as is_open
    from unnest($2::text[]) as wanted (problem_id)
    join lateral (select id, problem_id, credit_account_id, key, kind, amount_credits, reason, ticket_id, actor
                    from support_credits.ledger_entries
                   where problem_id = wanted.problem_id and kind in ('debit', 'waiver') order by id desc) entry on true
    left join lateral (select entry_id from support_credits.open_charges
                        where entry_id = entry.id offset 0) open_charge on true),
account as materialized (
  select id from support_credits.credit_accounts where billing_account_id = any($1::text[])
  union
  select credit_account_id from charge)
select
  coalesce((select json_agg(json_build_object(
      'id', lot.entry_id::text, 'account', lot.credit_account_id::text, 'key', lot.key, 'source', lot.source,
      'amountCredits', lot.amount_credits, 'remainingCredits', lot.remaining_credits, 'isPaid', lot.is_paid,
      'effectiveAt', lot.effective_at, 'expiresAt', lot.expires_at))
    from (select entry_id from support_credits.grants where credit_account_id = any(array(select id from account)) and has_credits_left
          union
          select allocation.grant_entry_id
            from charge
            join lateral (select grant_entry_id from support_credits.allocations
                           where entry_id = charge.id offset 0) allocation on true
           where charge.is_open) wanted
    join lateral (select * from support_credits.grants where entry_id = wanted.entry_id offset 0) lot on true), '[]') as grants,
  coalesce((select json_agg(json_build_object(
      'account', debt.credit_account_id::text, 'entryKey', entry.key, 'amountCredits', debt.amount_credits)
      order by debt.entry_id)
    from support_credits.debts debt
    join support_credits.ledger_entries entry on entry.id = debt.entry_id
   where debt.credit_account_id = any(array(select id from account)) and debt.amount_credits > 0), '[]') as debts,
  coalesce((select json_agg(json_build_object('account', lot.credit_account_id::text, 'key', lot.key))
    from support_credits.grants lot
   where lot.credit_account_id = any(array(select id from account)) and lot.source in ('pack', 'welcome')), '[]') as granted,
  coalesce((select json_agg(json_build_object('account', step.credit_account_id::text, 'step', step.spend_step,
                                              'times', step.times))
    from (select credit_account_id, spend_step, count(*)::integer as times from support_credits.ledger_entries
           where credit_account_id = any(array(select id from account)) and kind = 'clawback' group by 1, 2) step), '[]') as clawbacks,
  coalesce((select json_agg(json_build_object(
      'problem_id', charge.problem_id, 'account', charge.credit_account_id::text, 'key', charge.key,
      'kind', charge.kind, 'amountCredits', charge.amount_credits, 'ticketId', charge.ticket_id,
      'isByAgent', charge.actor ->> 'kind' = 'agent', 'reason', charge.reason, 'isOpen', charge.is_open,
      'refundReason', (select refund.reason from support_credits.ledger_entries refund
                        where refund.refunded_entry_id = charge.id),
      'allocations', (select json_agg(json_build_object(
            'grantKey', lot.key, 'amountCredits', allocation.amount_credits, 'expiresAt', lot.expires_at)
            order by allocation.grant_entry_id)
          from support_credits.allocations allocation
          join lateral (select key, expires_at from support_credits.grants
                         where entry_id = allocation.grant_entry_id offset 0) lot on true
         where allocation.entry_id = charge.id and charge.is_open))
      order by charge.id desc)
    from charge), '[]') as charges,
  coalesce((select json_agg(json_build_object('account', account.id::text, 'ticketId', held.ticket_id,
                                              'waitingSince', held.waiting_since)
      order by held.waiting_since, length(held.ticket_id), held.ticket_id)
    from support_credits.credit_accounts account
    join lateral (select ticket_id, waiting_since from support_credits.ticket_states ticket
                   where ticket.billing_account_id = account.billing_account_id and ticket.credit_state = 'held'
                     and ticket.reason = 'no_credits' and ticket.waiting_since is not null
                   order by waiting_since, length(ticket_id), ticket_id limit ${MAX_HELD_TICKETS}) held on true
   where account.id = any(array(select id from account))), '[]') as held,
  coalesce((select json_agg(json_build_object(
      'ticketId', ticket.ticket_id, 'requesterId', ticket.requester_id, 'creditState', ticket.credit_state,
      'reason', ticket.reason, 'waitingSince', ticket.waiting_since, 'billingAccountId', ticket.billing_account_id,
      'grade', ticket.identity_grade, 'refusal', ticket.identity_refusal))
    from support_credits.ticket_states ticket where ticket.ticket_id = any($4::text[])), '[]') as tickets,
  coalesce((select json_agg(json_build_object('problemId', wanted.problem_id, 'ticketId', related.ticket_id,
                                              'isMerged', related.is_merged))
    from unnest($2::text[]) as wanted (problem_id)
    join lateral (
      with member as (
        select substr(wanted.problem_id, 4) as ticket_id
        union all
        (select ticket_id from support_credits.ticket_states
          where problem_id = wanted.problem_id and problem_id <> 'zt_' || ticket_id limit ${MAX_RELATED_TICKETS}))
      select ticket_id, false as is_merged from member
      union all
      select merged.ticket_id, true from member
        join lateral (select ticket_id from support_credits.ticket_states
                       where merged_into = member.ticket_id and credit_state = 'debited'
                         and problem_id <> wanted.problem_id limit ${MAX_RELATED_TICKETS}) merged on true) related on true), '[]') as related,
  array(select command_id from support_credits.ticket_commands where command_id = any($3::text[])) as answered`;
