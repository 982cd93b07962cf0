-- Why: what was decided in shadow mode must never be taken for credits of live mode. A ledger belongs to one mode from its
-- first start on; one that has entries already is live.

create table support_credits.ledger_mode (
  is_only boolean primary key default true check (is_only),
  mode text not null check (mode in ('live', 'shadow'))
);

insert into support_credits.ledger_mode (mode)
select 'live' where exists (select from support_credits.ledger_entries);
