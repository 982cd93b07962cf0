-- Why: which minute each regular job was last asked for is kept by the clock of the database. The queue's own crontab goes by
-- the clock of the process that asks: one that ran an hour ahead put off the sweeps of all replicas, and kept them from
-- coming for an hour after it was right again.

create table support_credits.regular_jobs (
  -- The line of the crontab.
  name text primary key,
  asked_for timestamptz not null
);
