-- Why: each look decides a ticket anew; people ask since when it has been debited, held or returned, not when somebody
-- looked last.
alter table support_credits.ticket_states add column state_since timestamptz;
update support_credits.ticket_states set state_since = decided_at;
alter table support_credits.ticket_states alter column state_since set not null;
