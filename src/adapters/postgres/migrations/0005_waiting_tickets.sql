-- Why: tickets that wait take turns and stop waiting when they are closed or gone; the queue of a client's held tickets
-- is read at each decision; and what was last written outside is remembered, so that only differences are written.

alter table support_credits.ticket_states
  -- How the waiting ended without a decision: nothing can be decided for the ticket any more.
  add column ended_as text check (ended_as in ('closed', 'gone')),
  -- When a look was last asked for or made; tickets that wait take turns by it.
  add column looked_at timestamptz,
  -- What the ticket itself was last made to say; null until then, and for tickets written before this was kept.
  add column shown_state text,
  add column shown_reason text,
  drop constraint ticket_states_check2,
  add constraint ticket_states_waiting_check
    check ((credit_state in ('held', 'pending') and ended_as is null) = (waiting_since is not null)),
  add constraint ticket_states_shown_check check ((shown_state is null) = (shown_reason is null));

drop index support_credits.ticket_states_waiting;
create index ticket_states_waiting on support_credits.ticket_states (looked_at nulls first, waiting_since)
  where waiting_since is not null;
-- The queue of one client, oldest first; ids are numbers written as text.
create index ticket_states_held on support_credits.ticket_states
  (billing_account_id, waiting_since, length(ticket_id), ticket_id)
  where credit_state = 'held' and reason = 'no_credits' and waiting_since is not null;
create index ticket_states_by_requester on support_credits.ticket_states (requester_id);

-- The newest answer is the one written last, whatever the clocks of the replicas say.
alter table support_credits.ticket_commands add column answer_no bigint;
update support_credits.ticket_commands command
   set answer_no = numbered.answer_no
  from (select command_id, row_number() over (order by answered_at, command_id) as answer_no
          from support_credits.ticket_commands) numbered
 where numbered.command_id = command.command_id;
alter table support_credits.ticket_commands
  alter column answer_no set not null,
  alter column answer_no add generated always as identity;
select setval(pg_get_serial_sequence('support_credits.ticket_commands', 'answer_no'),
              (select coalesce(max(answer_no), 0) + 1 from support_credits.ticket_commands), false);
drop index support_credits.ticket_commands_by_ticket;
create index ticket_commands_by_ticket on support_credits.ticket_commands (ticket_id, answer_no desc);

-- What the helpdesk was last made to show of a requester.
create table support_credits.shown_requesters (
  requester_id text primary key,
  fields json not null
);

-- These jobs carried a ticket's id and carry a requester's now; the next decision about any ticket queues a new one.
do $$
begin
  if to_regclass('graphile_worker._private_jobs') is not null then
    delete from graphile_worker._private_jobs where key like 'bring\_requester\_in\_line:%' and locked_at is null;
  end if;
end $$;
