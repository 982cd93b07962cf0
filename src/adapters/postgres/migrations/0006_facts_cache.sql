-- Why: facts of billing are shown at any age, charged on while they are fresh, and read by one replica at a time.

alter table support_credits.billing_facts
  -- Both null: the account was never read.
  alter column facts drop not null,
  alter column read_at drop not null,
  -- How long the reading took.
  add column read_ms integer check (read_ms >= 0),
  -- When a reading was last begun, whatever came of it.
  add column asked_at timestamptz,
  -- When billing last said that something changed; what was read before that is not fresh.
  add column changed_at timestamptz,
  -- Who reads now has the lease, and renews it; that of a replica that died ends by itself.
  add column lease_id uuid,
  add column leased_until timestamptz,
  add constraint billing_facts_read_check check ((facts is null) = (read_at is null)),
  add constraint billing_facts_lease_check check ((lease_id is null) = (leased_until is null));

update support_credits.billing_facts set asked_at = read_at;
alter table support_credits.billing_facts alter column asked_at set not null;
create index billing_facts_by_asked on support_credits.billing_facts (asked_at);

alter table support_credits.billing_clients
  -- When billing last said so; null for those found before this was kept.
  add column matched_at timestamptz,
  -- Which account it is is known before the account is read.
  drop constraint billing_clients_billing_account_id_fkey;

-- When an account changes, its tickets that wait are looked at, and the people at whom it is shown brought in line.
create index ticket_states_waiting_of_client on support_credits.ticket_states (billing_account_id)
  where waiting_since is not null;
create index shown_requesters_of_client on support_credits.shown_requesters ((fields ->> 'billingAccountId'));
