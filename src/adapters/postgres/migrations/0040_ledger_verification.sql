-- Why: the ledger is proved every night without anybody asking for it. How the last proof ended is watched, and one that was
-- interrupted goes on where it stopped.

create table support_credits.ledger_verification (
  is_only boolean primary key default true check (is_only),
  -- The proof that is under way; null when none is. `after_id` is the last credit account that was proved.
  began_at timestamptz,
  after_id bigint,
  account_count bigint,
  entry_count bigint,
  -- The last one that ended, and the first row that did not hold; null when all did.
  verified_began_at timestamptz,
  verified_at timestamptz,
  verified_accounts bigint,
  verified_entries bigint,
  bad json,
  check ((began_at is null) = (after_id is null)),
  check ((verified_at is null) = (verified_entries is null))
);
