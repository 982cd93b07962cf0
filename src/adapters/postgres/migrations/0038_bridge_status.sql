-- Why: admins see on one page whether webhooks, sweeps and billing come through. With several replicas only the database
-- knows, and each of them writes here seldom, so one row is enough.

create table support_credits.bridge_status (
  is_only boolean primary key default true check (is_only),
  webhook_at timestamptz,
  sweep_ended_at timestamptz,
  -- What changed in the helpdesk before this was seen by a sweep.
  sweep_reached_at timestamptz,
  billing_answered_at timestamptz,
  billing_failed_at timestamptz,
  -- The code of that failure.
  billing_failure text,
  constraint bridge_status_failure_check check ((billing_failed_at is null) = (billing_failure is null))
);

insert into support_credits.bridge_status default values;
