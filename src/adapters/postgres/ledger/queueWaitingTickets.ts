import type { PoolClient } from 'pg';
import { queueLaterLooks } from '../worker/queueJobs';

/**
 * Queues looks at tickets that wait, those first that were not looked at for longest, and puts them last in turn. The
 * caller's transaction makes both true or none.
 */
export async function queueWaitingTickets(
  client: PoolClient,
  limit: number,
  now: string,
): Promise<{ queued: number }> {
  const { rows } = await client.query<{ ticket_id: string }>(
    `update support_credits.ticket_states ticket set looked_at = $2
       from (select ticket_id from support_credits.ticket_states where waiting_since is not null
              order by looked_at nulls first, waiting_since limit $1 for update skip locked) taken
      where taken.ticket_id = ticket.ticket_id
      returning ticket.ticket_id`,
    [limit, now],
  );
  return queueLaterLooks(
    client,
    rows.map((row) => row.ticket_id),
  );
}
