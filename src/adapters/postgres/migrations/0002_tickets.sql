-- Why: what was last decided for each ticket, so that the ticket can be brought in line after the ledger has committed,
-- and each asking of an agent answered exactly once.

create table support_credits.ticket_states (
  ticket_id text primary key,
  requester_id text not null,
  -- Who the requester was found to be: a client with a grade, or why not; all null when billing could not be asked.
  billing_account_id text,
  identity_grade text check (identity_grade in ('linked', 'verified_email')),
  identity_refusal text,
  line text check (line in ('sales', 'tech')),
  credit_state text not null check (credit_state in ('free', 'debited', 'waived', 'held', 'pending', 'refunded')),
  reason text not null,
  -- Balance of the client right after the decision; null when the requester is no known client.
  balance_credits integer,
  decided_at timestamptz not null,
  -- Since when the ticket has been held or pending without a break.
  waiting_since timestamptz,
  check ((billing_account_id is null) = (identity_grade is null)),
  check (billing_account_id is null or identity_refusal is null),
  check ((credit_state in ('held', 'pending')) = (waiting_since is not null))
);

create index ticket_states_waiting on support_credits.ticket_states (waiting_since) where waiting_since is not null;

create table support_credits.ticket_commands (
  -- The audit in which the agent set the field: the same id is the same asking.
  command_id text primary key,
  ticket_id text not null,
  action text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  refusal text,
  answered_at timestamptz not null,
  check ((outcome = 'refused') = (refusal is not null))
);

create index ticket_commands_by_ticket on support_credits.ticket_commands (ticket_id, answered_at desc);
