-- Why: what a person has returned today is looked at before each of their refunds, and counting it anew from the entries
-- takes longer the longer the day is. It is kept as a number, by the statement that writes the entries.

create table support_credits.refund_counts (
  person_id text not null,
  day date not null,
  reason text not null,
  refund_count integer not null check (refund_count > 0),
  primary key (person_id, day, reason)
);

-- By day of UTC, in the order of the key, so that two statements never wait for each other in a circle.
create function support_credits.count_refunds() returns trigger language plpgsql as $$
begin
  insert into support_credits.refund_counts as counted (person_id, day, reason, refund_count)
  select actor ->> 'id', (occurred_at at time zone 'UTC')::date, reason, count(*)
    from added where kind = 'refund' and actor ->> 'kind' = 'agent'
   group by 1, 2, 3 order by 1, 2, 3
      on conflict (person_id, day, reason) do update set refund_count = counted.refund_count + excluded.refund_count;
  return null;
end $$;

create trigger refunds_are_counted after insert on support_credits.ledger_entries
  referencing new table as added
  for each statement execute function support_credits.count_refunds();

insert into support_credits.refund_counts (person_id, day, reason, refund_count)
select actor ->> 'id', (occurred_at at time zone 'UTC')::date, reason, count(*)
  from support_credits.ledger_entries where kind = 'refund' and actor ->> 'kind' = 'agent' group by 1, 2, 3;

drop index support_credits.refunds_by_person;
