-- Why: a process that stands still, on a suspended machine, keeps its connections, and with them the lock that says that it
-- lives. It says so by a time as well, which it moves on while it moves itself; once that is over, its jobs are free.

create table support_credits.worker_presences (
  worker_id text primary key,
  -- By the clock of the database.
  alive_until timestamptz not null
);
