-- Why: tickets that two systems write against each other are left alone for a while; incidents of a defect are brought in
-- line together; and people are shown what the bridge cannot mend by itself.

alter table support_credits.ticket_states
  -- How often the ticket was written lately, and until when it is left alone.
  add column round_count integer not null default 0,
  add column rounds_began_at timestamptz,
  add column cut_off_until timestamptz,
  -- What the field of a closed ticket says, '' for nothing; null while the ticket is not known to be closed.
  add column closed_showing text,
  -- As last looked at: solved or closed, and marked as a defect of the software itself.
  add column is_solved boolean not null default false,
  add column is_marked_defect boolean not null default false,
  add constraint ticket_states_rounds_check check ((round_count = 0) = (rounds_began_at is null));

create index ticket_states_of_defect on support_credits.ticket_states (defect_ticket_id)
  where defect_ticket_id is not null;
create index ticket_states_cut_off on support_credits.ticket_states (cut_off_until) where cut_off_until is not null;
create index ticket_states_closed_unlike on support_credits.ticket_states (ticket_id)
  where closed_showing is not null and closed_showing <> credit_state;
create index ticket_states_charged_defects on support_credits.ticket_states (ticket_id)
  where is_solved and credit_state = 'debited' and (is_marked_defect or defect_ticket_id is not null);
create index ticket_states_left_defects on support_credits.ticket_states (ticket_id)
  where credit_state = 'refunded' and reason = 'software_defect' and defect_ticket_id is null;
