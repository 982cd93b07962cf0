-- Why: the ledger. The rules live in src/domain; what stands here are the guards behind them, which hold even when the
-- code above is wrong: a key is taken once, a debit is refunded at most once, a problem has at most one open charge, and
-- nothing that was written is ever changed or removed.

create table support_credits.credit_accounts (
  id bigint generated always as identity primary key,
  billing_account_id text not null unique check (billing_account_id <> ''),
  balance_credits integer not null default 0,
  created_at timestamptz not null default clock_timestamp()
);

create table support_credits.ledger_entries (
  id bigint generated always as identity primary key,
  credit_account_id bigint not null references support_credits.credit_accounts (id),
  kind text not null check (kind in ('grant', 'debit', 'waiver', 'refund')),
  -- The business fact that the entry states, forever; the hash tells a repeat from a misuse of the key.
  key text not null unique check (key <> ''),
  input_hash bytea not null check (length(input_hash) = 32),
  -- Always positive; the kind gives the direction. A waiver moves nothing.
  amount_credits integer not null,
  balance_after_credits integer not null,
  problem_id text,
  ticket_id text,
  refunded_entry_id bigint unique,
  refunded_kind text generated always as (case when refunded_entry_id is null then null else 'debit' end) stored,
  reason text not null,
  -- What was known of the client when this was decided (partner level, spend, read at).
  snapshot jsonb,
  actor jsonb not null,
  -- Two clocks: when it happened, and when it was written.
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),

  unique (id, kind, credit_account_id),
  -- A refund points to a debit of the same account.
  foreign key (refunded_entry_id, refunded_kind, credit_account_id)
    references support_credits.ledger_entries (id, kind, credit_account_id),
  check (case when kind = 'waiver' then amount_credits = 0 else amount_credits > 0 end),
  check ((kind = 'refund') = (refunded_entry_id is not null)),
  check ((kind = 'grant') = (problem_id is null)),
  check ((problem_id is null) = (ticket_id is null)),
  check ((kind in ('debit', 'waiver')) = (snapshot is not null))
);

create index ledger_entries_by_account on support_credits.ledger_entries (credit_account_id, id desc);
create index ledger_entries_by_problem on support_credits.ledger_entries (problem_id, id desc) where problem_id is not null;

-- A grant is a lot of credits. What is left of it changes; what was granted does not.
create table support_credits.grants (
  entry_id bigint primary key references support_credits.ledger_entries (id),
  credit_account_id bigint not null references support_credits.credit_accounts (id),
  key text not null unique,
  source text not null check (source in ('spend', 'pack', 'welcome', 'goodwill', 'adjustment')),
  billing_item_id text,
  amount_credits integer not null check (amount_credits > 0),
  remaining_credits integer not null check (remaining_credits between 0 and amount_credits),
  is_paid boolean not null,
  effective_at timestamptz not null,
  expires_at timestamptz,
  proof jsonb not null,
  check ((source = 'pack') = (billing_item_id is not null)),
  unique (credit_account_id, billing_item_id)
);

create index grants_with_something_left on support_credits.grants (credit_account_id) where remaining_credits > 0;
create index grants_by_source on support_credits.grants (credit_account_id, source);

-- Which grants a debit took from, and which a refund gave back to.
create table support_credits.allocations (
  entry_id bigint not null references support_credits.ledger_entries (id),
  grant_entry_id bigint not null references support_credits.grants (entry_id),
  amount_credits integer not null check (amount_credits > 0),
  primary key (entry_id, grant_entry_id)
);

-- R4: a problem has at most one open debit or waiver. Kept by the trigger below, never by the code above.
create table support_credits.open_charges (
  problem_id text primary key,
  entry_id bigint not null unique references support_credits.ledger_entries (id)
);

create function support_credits.keep_open_charges() returns trigger language plpgsql as $$
begin
  if new.kind in ('debit', 'waiver') then
    insert into support_credits.open_charges (problem_id, entry_id) values (new.problem_id, new.id);
  elsif new.kind = 'refund' then
    delete from support_credits.open_charges where entry_id = new.refunded_entry_id;
    if not found then
      raise exception 'Entry % refunds entry %, which is not an open charge.', new.key, new.refunded_entry_id
        using errcode = 'restrict_violation';
    end if;
  end if;
  return null;
end $$;

create trigger keep_open_charges after insert on support_credits.ledger_entries
  for each row execute function support_credits.keep_open_charges();

create function support_credits.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: the ledger is append-only, correct it by a further entry.', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger ledger_entries_are_append_only before update or delete or truncate on support_credits.ledger_entries
  for each statement execute function support_credits.refuse_change();
create trigger allocations_are_append_only before update or delete or truncate on support_credits.allocations
  for each statement execute function support_credits.refuse_change();
create trigger grants_are_never_removed before delete or truncate on support_credits.grants
  for each statement execute function support_credits.refuse_change();
