-- Why: many debits are written by one statement; guards that look at each row by itself cost more than the rows. They
-- refuse the same as before, once a statement.

-- That a refund points to an entry stays a foreign key; that this is an open debit of the same account is seen below. Only
-- refunds stand in the index that lets each debit be refunded once.
alter table support_credits.ledger_entries
  drop constraint ledger_entries_refunded_entry_id_refunded_kind_credit_acco_fkey,
  drop constraint ledger_entries_id_kind_credit_account_id_key,
  drop constraint ledger_entries_refunded_entry_id_key,
  drop constraint ledger_entries_credit_account_id_fkey,
  drop column refunded_kind;
create unique index ledger_entries_refunded_entry_id_key on support_credits.ledger_entries (refunded_entry_id)
  where refunded_entry_id is not null;
alter table support_credits.ledger_entries
  add foreign key (refunded_entry_id) references support_credits.ledger_entries (id);

-- For all entries of a statement: each names an account that is there. R4: what they refund is an open debit of their
-- account and is open no more, what they charge becomes open. A problem that has an open charge already is refused by the
-- primary key.
create or replace function support_credits.keep_open_charges() returns trigger language plpgsql as $$
declare
  refund_count bigint;
  ended_count bigint;
  astray record;
begin
  select count(*) filter (where added.kind = 'refund') as refunds,
         min(added.key) filter (where account.id is null) as without_account
    into astray
    from added left join support_credits.credit_accounts account on account.id = added.credit_account_id;
  if astray.without_account is not null then
    raise exception 'Entry % names an account that is not there.', astray.without_account
      using errcode = 'foreign_key_violation';
  end if;
  refund_count := astray.refunds;
  if refund_count > 0 then
    delete from support_credits.open_charges open_charge using added, support_credits.ledger_entries debit
     where added.kind = 'refund' and debit.id = added.refunded_entry_id and debit.kind = 'debit'
       and debit.credit_account_id = added.credit_account_id and open_charge.entry_id = debit.id;
    get diagnostics ended_count = row_count;
    if ended_count <> refund_count then
      select key, refunded_entry_id into astray from added where kind = 'refund' order by id limit 1;
      raise exception 'Entry % refunds entry %, or one written with it another, which is no open debit of its account.',
        astray.key, astray.refunded_entry_id using errcode = 'restrict_violation';
    end if;
  end if;
  insert into support_credits.open_charges (problem_id, entry_id)
  select problem_id, id from added where kind in ('debit', 'waiver');
  return null;
end $$;

create trigger credit_accounts_are_never_removed before delete or truncate on support_credits.credit_accounts
  for each statement execute function support_credits.refuse_change();

-- An allocation names an entry and a grant that are there; neither is ever removed.
alter table support_credits.allocations
  drop constraint allocations_entry_id_fkey,
  drop constraint allocations_grant_entry_id_fkey;

create function support_credits.refuse_allocations_astray() returns trigger language plpgsql as $$
declare
  astray record;
begin
  select added.entry_id, added.grant_entry_id into astray from added
    left join support_credits.ledger_entries entry on entry.id = added.entry_id
    left join support_credits.grants lot on lot.entry_id = added.grant_entry_id
   where entry.id is null or lot.entry_id is null limit 1;
  if found then
    raise exception 'An allocation names entry % and grant %, which are not both there.',
      astray.entry_id, astray.grant_entry_id using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger allocations_astray after insert on support_credits.allocations
  referencing new table as added
  for each statement execute function support_credits.refuse_allocations_astray();
