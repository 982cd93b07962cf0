-- Why: sweeps of all replicas go on where the last one stopped; and a ticket of technical support that nothing was ever
-- decided for must be known, since it stands nowhere else.

create table support_credits.sweep_position (
  is_only boolean primary key default true check (is_only),
  -- Where the first sweep began; reading starts here until there is a cursor.
  start_at timestamptz not null,
  -- What the helpdesk gave with the last page.
  cursor text,
  moved_at timestamptz not null
);

-- Open tickets of technical support that a sweep saw and that had no decision then.
create table support_credits.undecided_tickets (
  ticket_id text primary key,
  -- When a sweep first saw it.
  seen_at timestamptz not null
);

create index ticket_states_free_tech on support_credits.ticket_states (ticket_id)
  where line = 'tech' and credit_state = 'free' and ended_as is null;
