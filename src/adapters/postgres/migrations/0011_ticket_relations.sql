-- Why: several tickets may be one problem (R4): a follow-up, or one that was merged into another. What was found out is
-- remembered, so that a change of the charge leads to the other tickets.

alter table support_credits.ticket_states
  add column problem_id text,
  -- The ticket that this one was merged into.
  add column merged_into text,
  -- The problem ticket of the defect that this one was last seen linked to.
  add column defect_ticket_id text;
update support_credits.ticket_states set problem_id = 'zt_' || ticket_id;
alter table support_credits.ticket_states alter column problem_id set not null;

-- Nearly every ticket is a problem of its own; only the others are looked up.
create index ticket_states_of_problem on support_credits.ticket_states (problem_id)
  where problem_id <> 'zt_' || ticket_id;
create index ticket_states_merged on support_credits.ticket_states (merged_into) where merged_into is not null;

-- R6: wrong lines, by who handed the ticket over.
create index ledger_entries_of_wrong_lines on support_credits.ledger_entries (occurred_at)
  where kind = 'refund' and reason = 'wrong_line';
