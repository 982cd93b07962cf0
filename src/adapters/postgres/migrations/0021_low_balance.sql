-- Why: a client is told once that few credits are left, at the ticket whose debit crossed the threshold. The key is what
-- keeps it once; a grant that lifts the account above the threshold removes the row, and with it what was not yet told.

create table support_credits.low_balance_crossings (
  credit_account_id bigint not null references support_credits.credit_accounts (id),
  threshold integer not null,
  ticket_id text not null,
  crossed_at timestamptz not null,
  told_at timestamptz,
  primary key (credit_account_id, threshold)
);

create index low_balance_crossings_untold on support_credits.low_balance_crossings (ticket_id) where told_at is null;
