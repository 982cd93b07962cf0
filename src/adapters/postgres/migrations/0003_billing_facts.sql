-- Why: what billing said last, shared by all replicas, so that a reader always gets an answer with its age. E-mails are
-- kept as SHA-256 only: the table must not become a second address book.

create table support_credits.billing_facts (
  billing_account_id text primary key,
  facts jsonb not null,
  read_at timestamptz not null,
  -- False when the last attempt to read them failed.
  is_reachable boolean not null
);

create table support_credits.billing_clients (
  email_hash bytea primary key check (length(email_hash) = 32),
  billing_account_id text not null references support_credits.billing_facts (billing_account_id)
);
