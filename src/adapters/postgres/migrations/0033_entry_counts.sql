-- Why: reports over millions of entries must not read the entries. They are counted as they are written: each statement
-- appends its own counts, so that two of them never wait for each other; a job adds these up later, day by day. What a
-- report reads is the sum of both tables, at one moment, so it is never behind.

-- How long after its submit a debit was written, as a number of a class: 1 is below 5 s, then 10 s, 30 s, 1 min, 5 min,
-- 1 h, 1 day, and 8 is longer; 0 is not known, or no debit.
create function support_credits.class_of_wait(submitted_at timestamptz, debited_at timestamptz)
returns smallint language sql immutable as $$
  select coalesce(1 + width_bucket(date_part('epoch', debited_at - submitted_at),
                                   array[5, 10, 30, 60, 300, 3600, 86400]::double precision[]), 0)::smallint
$$;

-- What the statements appended and nobody added up yet. No index: it is read and emptied as a whole.
create table support_credits.entry_count_parts (
  -- Of UTC, by when it happened.
  day date not null,
  kind text not null,
  reason text not null,
  topic text not null,
  product text not null,
  -- Who asked for it; '' when the rules did.
  agent_id text not null,
  -- Of a return for a wrong line: who handed the ticket over; else ''.
  handed_over_by text not null,
  wait_class smallint not null,
  entry_count bigint not null,
  credits bigint not null
);

-- The sums, told apart by one thing besides day, kind and product: all together, a report would read a row for nearly each
-- entry. `all` holds each entry once, as do `topic`, `reason`, `agent` and `wait`; `handed_over` only those that name somebody.
create table support_credits.entry_counts (
  facet text not null check (facet in ('all', 'topic', 'reason', 'agent', 'handed_over', 'wait')),
  day date not null,
  kind text not null,
  product text not null,
  value text not null,
  entry_count bigint not null,
  credits bigint not null,
  primary key (facet, day, kind, product, value)
);

-- The facets of one part.
create function support_credits.facets_of(part support_credits.entry_count_parts)
returns table (facet text, value text) language sql immutable as $$
  select * from (values ('all', ''), ('topic', part.topic), ('reason', part.reason), ('agent', part.agent_id),
                        ('handed_over', part.handed_over_by), ('wait', part.wait_class::text)) each_of (facet, value)
   where each_of.facet <> 'handed_over' or each_of.value <> ''
$$;

create view support_credits.counted_entries as
select facet, day, kind, product, value, entry_count, credits from support_credits.entry_counts
union all
select facet, day, kind, product, value, entry_count, credits
  from support_credits.entry_count_parts part cross join lateral support_credits.facets_of(part);

-- The refunds of a person (migration 0030) are counted by the same function: most statements hold none, and need not ask.
create or replace function support_credits.count_refunds() returns trigger language plpgsql as $$
begin
  insert into support_credits.entry_count_parts
    (day, kind, reason, topic, product, agent_id, handed_over_by, wait_class, entry_count, credits)
  select (occurred_at at time zone 'UTC')::date, kind, reason, topic, product,
         case when actor ->> 'kind' = 'agent' then actor ->> 'id' else '' end,
         case when reason = 'wrong_line' then coalesce(proof ->> 'handedOverBy', '') else '' end,
         support_credits.class_of_wait(submitted_at, occurred_at), count(*), sum(amount_credits)
    from added where kind in ('debit', 'waiver', 'refund')
   group by 1, 2, 3, 4, 5, 6, 7, 8;
  if exists (select from added where kind = 'refund') then
    insert into support_credits.refund_counts as counted (person_id, day, reason, refund_count)
    select actor ->> 'id', (occurred_at at time zone 'UTC')::date, reason, count(*)
      from added where kind = 'refund' and actor ->> 'kind' = 'agent'
     group by 1, 2, 3 order by 1, 2, 3
        on conflict (person_id, day, reason) do update set refund_count = counted.refund_count + excluded.refund_count;
  end if;
  return null;
end $$;
alter function support_credits.count_refunds() rename to count_entries;
alter trigger refunds_are_counted on support_credits.ledger_entries rename to entries_are_counted;

-- What is there already is added up with the next parts.
insert into support_credits.entry_count_parts
  (day, kind, reason, topic, product, agent_id, handed_over_by, wait_class, entry_count, credits)
select (occurred_at at time zone 'UTC')::date, kind, reason, topic, product,
       case when actor ->> 'kind' = 'agent' then actor ->> 'id' else '' end,
       case when reason = 'wrong_line' then coalesce(proof ->> 'handedOverBy', '') else '' end,
       support_credits.class_of_wait(submitted_at, occurred_at), count(*), sum(amount_credits)
  from support_credits.ledger_entries where kind in ('debit', 'waiver', 'refund')
 group by 1, 2, 3, 4, 5, 6, 7, 8;
