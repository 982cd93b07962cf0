-- Why: grants end and are taken back, operators correct, debts are repaid by later grants; and every entry is chained to
-- the one before it in its account, so that a changed or removed entry shows.

-- Totals kept beside the balance, so that a reader never adds up a long history.
alter table support_credits.credit_accounts
  add column entry_count integer not null default 0,
  add column last_hash bytea not null default decode(repeat('00', 32), 'hex') check (length(last_hash) = 32),
  add column debt_credits integer not null default 0 check (debt_credits >= 0),
  add column earned_credits integer not null default 0,
  add column bought_credits integer not null default 0,
  add column used_credits integer not null default 0,
  add column returned_credits integer not null default 0,
  add column spend_grant_count integer not null default 0 check (spend_grant_count >= 0);

-- What an entry took without a grant to take it from. Later grants repay it, oldest first; 0 is repaid.
create table support_credits.debts (
  entry_id bigint primary key references support_credits.ledger_entries (id),
  credit_account_id bigint not null references support_credits.credit_accounts (id),
  amount_credits integer not null check (amount_credits >= 0)
);
create index debts_not_repaid on support_credits.debts (credit_account_id, entry_id) where amount_credits > 0;

alter table support_credits.ledger_entries disable trigger ledger_entries_are_append_only;

alter table support_credits.ledger_entries
  drop constraint ledger_entries_kind_check,
  drop constraint ledger_entries_check2,
  -- JSON as it was written, to the letter: the chain covers it.
  alter column snapshot type json using snapshot::text::json,
  alter column actor type json using actor::text::json,
  -- The bridge says when it wrote, since the chain covers that too.
  alter column recorded_at drop default,
  add column account_seq integer,
  add column sign smallint generated always as
    (case when kind in ('grant', 'refund') then 1 when kind = 'waiver' then 0 else -1 end) stored,
  add column spend_step integer,
  add column proof json,
  -- Which grants it took from or gave back to, or which debts a grant repaid, as decided.
  add column moves json,
  add column entry_hash bytea check (length(entry_hash) = 32);

alter table support_credits.ledger_entries
  add constraint ledger_entries_kind_check
    check (kind in ('grant', 'debit', 'waiver', 'refund', 'expiry', 'clawback', 'adjustment')),
  add constraint ledger_entries_problem_check
    check ((kind in ('debit', 'waiver', 'refund')) = (problem_id is not null)),
  add constraint ledger_entries_spend_step_check check (kind <> 'clawback' or spend_step is not null);

-- One entry's link in the chain: SHA-256 over the link before it and everything the entry states. The bridge computes
-- the same on its own (src/adapters/postgres/ledger/hashEntry.ts); `verify` compares the two.
create function support_credits.hash_entry(
  previous bytea, account text, refunded_key text, entry support_credits.ledger_entries
) returns bytea language sql stable as $$
  select sha256(convert_to(concat_ws(chr(31),
    encode(previous, 'hex'), account, entry.account_seq, entry.kind, entry.key, encode(entry.input_hash, 'hex'),
    entry.amount_credits, entry.balance_after_credits, coalesce(entry.problem_id, ''), coalesce(entry.ticket_id, ''),
    coalesce(refunded_key, ''), entry.reason, coalesce(entry.spend_step::text, ''), coalesce(entry.proof::text, ''),
    coalesce(entry.moves::text, ''), coalesce(entry.snapshot::text, ''), entry.actor::text,
    floor(extract(epoch from entry.occurred_at) * 1000)::bigint, floor(extract(epoch from entry.recorded_at) * 1000)::bigint
  ), 'UTF8'))
$$;

-- Entries written before the chain existed get their links now, in the order in which they were written.
do $$
declare
  entry support_credits.ledger_entries;
  account support_credits.credit_accounts;
begin
  for account in select * from support_credits.credit_accounts order by id loop
    for entry in select * from support_credits.ledger_entries where credit_account_id = account.id order by id loop
      account.entry_count := account.entry_count + 1;
      entry.account_seq := account.entry_count;
      if entry.kind = 'grant' and entry.reason = 'spend' then
        account.spend_grant_count := account.spend_grant_count + 1;
        entry.spend_step := account.spend_grant_count;
      end if;
      entry.proof := (select proof::text::json from support_credits.grants where entry_id = entry.id);
      account.earned_credits := account.earned_credits + case when entry.kind = 'grant' and entry.reason = 'spend' then entry.amount_credits else 0 end;
      account.bought_credits := account.bought_credits + case when entry.kind = 'grant' and entry.reason = 'pack' then entry.amount_credits else 0 end;
      account.used_credits := account.used_credits + case when entry.kind = 'debit' then entry.amount_credits else 0 end;
      account.returned_credits := account.returned_credits + case when entry.kind = 'refund' then entry.amount_credits else 0 end;
      account.last_hash := support_credits.hash_entry(account.last_hash, account.billing_account_id,
        (select key from support_credits.ledger_entries where id = entry.refunded_entry_id), entry);
      update support_credits.ledger_entries
         set account_seq = entry.account_seq, spend_step = entry.spend_step, proof = entry.proof, entry_hash = account.last_hash
       where id = entry.id;
    end loop;
    update support_credits.credit_accounts
       set entry_count = account.entry_count, last_hash = account.last_hash, earned_credits = account.earned_credits,
           bought_credits = account.bought_credits, used_credits = account.used_credits,
           returned_credits = account.returned_credits, spend_grant_count = account.spend_grant_count
     where id = account.id;
  end loop;
end $$;

-- An overdraft that stands is a debt.
insert into support_credits.debts (entry_id, credit_account_id, amount_credits)
select entry.id, entry.credit_account_id, entry.amount_credits - coalesce(sum(allocation.amount_credits), 0)
  from support_credits.ledger_entries entry
  join support_credits.open_charges open_charge on open_charge.entry_id = entry.id
  left join support_credits.allocations allocation on allocation.entry_id = entry.id
 where entry.kind = 'debit'
 group by entry.id
having entry.amount_credits > coalesce(sum(allocation.amount_credits), 0);

update support_credits.credit_accounts account
   set debt_credits = (select coalesce(sum(amount_credits), 0) from support_credits.debts
                        where credit_account_id = account.id);

alter table support_credits.ledger_entries
  alter column account_seq set not null,
  alter column entry_hash set not null,
  add constraint ledger_entries_account_seq unique (credit_account_id, account_seq);

alter table support_credits.ledger_entries enable trigger ledger_entries_are_append_only;

drop index support_credits.ledger_entries_by_account;

-- Which packs and welcomes were granted, without reading every lot.
create index grants_of_packs on support_credits.grants (credit_account_id) where source in ('pack', 'welcome');
create index clawbacks_by_account on support_credits.ledger_entries (credit_account_id) where kind = 'clawback';
-- Grants that end, for the expiry job.
create index grants_that_end on support_credits.grants (expires_at) where remaining_credits > 0 and expires_at is not null;

-- A billing item may grant every month anew; the key tells the months apart.
alter table support_credits.grants
  drop constraint grants_credit_account_id_billing_item_id_key,
  drop column billing_item_id,
  drop column proof;
