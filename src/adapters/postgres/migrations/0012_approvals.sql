-- Why: a refund may need another agent's approval, and what one person may return in a day is bounded.

alter table support_credits.ticket_commands
  drop constraint ticket_commands_outcome_check,
  add constraint ticket_commands_outcome_check check (outcome in ('done', 'refused', 'awaiting_approval')),
  -- Of what awaits approval: who asked, and for the return of which debit.
  add column actor_id text,
  add column charge_key text,
  add constraint ticket_commands_approval_check
    check (outcome <> 'awaiting_approval' or (actor_id is not null and charge_key is not null));

create index ticket_commands_awaiting on support_credits.ticket_commands (ticket_id, answer_no desc)
  where outcome = 'awaiting_approval';

create index refunds_by_person on support_credits.ledger_entries ((actor ->> 'id'), occurred_at) where kind = 'refund';
