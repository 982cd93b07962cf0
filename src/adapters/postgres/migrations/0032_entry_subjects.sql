-- Why: reports ask for what product and on what topic credits are taken, and how long after it was submitted a ticket is
-- debited. An entry keeps what its ticket said when it was written; no rule rests on it, so the chain does not cover it.

alter table support_credits.ledger_entries
  -- As the fields of the ticket say, '' when they say nothing. A refund has those of its debit, so that both count alike.
  add column topic text not null default '',
  add column product text not null default '',
  -- Of a debit: when its ticket was made; null when client care handed it over.
  add column submitted_at timestamptz;
