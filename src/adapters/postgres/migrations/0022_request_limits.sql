-- Why: what Zendesk allows in a minute it allows the account, so all replicas count together, and when it asks one of them
-- to wait, all of them do. Requesters are written at most once a minute, so it is known when they were.

create table support_credits.request_pauses (
  -- The account, a kind of request, or one address.
  scope text primary key,
  until timestamptz not null
);

create table support_credits.request_paces (
  name text primary key,
  -- Up to when places are taken, at the even pace.
  taken_until timestamptz not null
);

alter table support_credits.shown_requesters add column shown_at timestamptz;
