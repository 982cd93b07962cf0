import type { PoolClient } from 'pg';
import type { ChangedTicket } from '../../../use-cases/ports/changedTickets';
import { queueLaterLooks } from '../worker/queueJobs';

/**
 * Queues looks at the changed tickets that may not have been decided since, and keeps the list of open tickets of
 * technical support without a decision. The caller's transaction makes all of it true or nothing.
 */
export async function queueSweptLooks(
  client: PoolClient,
  tickets: readonly ChangedTicket[],
  { marginMs, now }: { marginMs: number; now: string },
): Promise<{ queued: number }> {
  if (tickets.length === 0) return { queued: 0 };
  const shown = JSON.stringify(tickets.map(toRow));
  const { rows } = await client.query<{ ticket_id: string }>(
    `select distinct shown.ticket_id
       from json_to_recordset($1::json) as shown (ticket_id text, changed_at timestamptz)
       left join support_credits.ticket_states state on state.ticket_id = shown.ticket_id
      where state.decided_at is null or state.decided_at < shown.changed_at + $2 * interval '1 ms'`,
    [shown, marginMs],
  );
  await noteUndecided(client, shown, now);
  return queueLaterLooks(
    client,
    rows.map((row) => row.ticket_id),
  );
}

/** Adds and takes away in the order of ticket ids, so that two sweeps never wait for each other in a circle. */
async function noteUndecided(client: PoolClient, shown: string, now: string): Promise<void> {
  await client.query(
    `delete from support_credits.undecided_tickets where ticket_id in (
       select undecided.ticket_id from support_credits.undecided_tickets undecided
         join json_to_recordset($1::json) as shown (ticket_id text, is_due boolean)
           on shown.ticket_id = undecided.ticket_id and not shown.is_due
        order by undecided.ticket_id for update of undecided)`,
    [shown],
  );
  await client.query(
    `insert into support_credits.undecided_tickets (ticket_id, seen_at)
     select distinct shown.ticket_id, $2::timestamptz
       from json_to_recordset($1::json) as shown (ticket_id text, is_due boolean)
      where shown.is_due
        and not exists (select from support_credits.ticket_states state where state.ticket_id = shown.ticket_id)
      order by 1
     on conflict (ticket_id) do nothing`,
    [shown, now],
  );
}

function toRow({ id, line, isOpen, changedAt }: ChangedTicket) {
  return { ticket_id: id, changed_at: changedAt, is_due: isOpen && line === 'tech' };
}
