-- Why: what clients have not used yet is asked for by its source and age, and lies in a row for each grant. It is kept
-- as sums by the day from which a grant can be used, in parts, as the counts of entries are (migration 0033).

create table support_credits.outstanding_parts (
  source text not null,
  is_paid boolean not null,
  -- Of UTC: from when the grant can be used.
  since_day date not null,
  credits bigint not null
);

create table support_credits.outstanding_sums (
  like support_credits.outstanding_parts,
  primary key (source, is_paid, since_day)
);

create view support_credits.outstanding_credits as
select * from support_credits.outstanding_sums union all select * from support_credits.outstanding_parts;

create function support_credits.sum_new_grants() returns trigger language plpgsql as $$
begin
  insert into support_credits.outstanding_parts (source, is_paid, since_day, credits)
  select source, is_paid, (effective_at at time zone 'UTC')::date, sum(remaining_credits)
    from added group by 1, 2, 3;
  return null;
end $$;

create function support_credits.sum_moved_grants() returns trigger language plpgsql as $$
begin
  insert into support_credits.outstanding_parts (source, is_paid, since_day, credits)
  select source, is_paid, (effective_at at time zone 'UTC')::date, sum(credits)
    from (select source, is_paid, effective_at, remaining_credits as credits from after_it
          union all
          select source, is_paid, effective_at, -remaining_credits from before_it) moved
   group by 1, 2, 3 having sum(credits) <> 0;
  return null;
end $$;

create trigger new_grants_are_summed after insert on support_credits.grants
  referencing new table as added
  for each statement execute function support_credits.sum_new_grants();
create trigger moved_grants_are_summed after update on support_credits.grants
  referencing old table as before_it new table as after_it
  for each statement execute function support_credits.sum_moved_grants();

insert into support_credits.outstanding_sums (source, is_paid, since_day, credits)
select source, is_paid, (effective_at at time zone 'UTC')::date, sum(remaining_credits)
  from support_credits.grants where has_credits_left group by 1, 2, 3;
