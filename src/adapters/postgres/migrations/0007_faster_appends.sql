-- Why: one statement appends the entries of many decisions; its guards and its lots are paid for once a statement.

-- R4 as before, for all entries of a statement together: what it refunds is an open charge and is none any more, what it
-- charges becomes one. A problem that has an open charge already is refused by the primary key.
drop trigger keep_open_charges on support_credits.ledger_entries;

create or replace function support_credits.keep_open_charges() returns trigger language plpgsql as $$
declare
  ended_count bigint;
  astray record;
begin
  delete from support_credits.open_charges open_charge using added
   where added.kind = 'refund' and open_charge.entry_id = added.refunded_entry_id;
  get diagnostics ended_count = row_count;
  if ended_count <> (select count(*) from added where kind = 'refund') then
    select key, refunded_entry_id into astray from added where kind = 'refund' order by id limit 1;
    raise exception 'Entry % refunds entry %, or one written with it another, which is not an open charge.',
      astray.key, astray.refunded_entry_id using errcode = 'restrict_violation';
  end if;
  insert into support_credits.open_charges (problem_id, entry_id)
  select problem_id, id from added where kind in ('debit', 'waiver');
  return null;
end $$;

create trigger keep_open_charges after insert on support_credits.ledger_entries
  referencing new table as added
  for each statement execute function support_credits.keep_open_charges();

-- What is left of a grant changes with every debit; whether anything is left seldom does. Indexes that look at the latter
-- are left alone by a debit, and there is room on the page for the changed row.
alter table support_credits.grants
  add column has_credits_left boolean generated always as (remaining_credits > 0) stored,
  set (fillfactor = 80);
alter table support_credits.credit_accounts set (fillfactor = 80);
drop index support_credits.grants_with_something_left, support_credits.grants_that_end, support_credits.grants_by_source;
create index grants_with_something_left on support_credits.grants (credit_account_id) where has_credits_left;
create index grants_that_end on support_credits.grants (expires_at) where has_credits_left and expires_at is not null;

-- Only the trigger above writes here, and it writes the entries of its statement; verify looks for strays.
alter table support_credits.open_charges drop constraint open_charges_entry_id_fkey;
