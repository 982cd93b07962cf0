import type { Pool } from 'pg';
import { queueLaterLooks, queueTicketJobs } from './queueJobs';

/** More of either in one account is somebody's mistake, and found by the next look at each. */
const MAX_EACH = 1_000;

/** Queues looks at the tickets of an account that wait, and what brings the people at whom it is shown in line. */
export async function queueAccountWork(pool: Pool, billingAccountId: string): Promise<void> {
  const tickets = await pool.query<{ ticket_id: string }>(
    `select ticket_id from support_credits.ticket_states
      where billing_account_id = $1 and waiting_since is not null order by waiting_since limit $2`,
    [billingAccountId, MAX_EACH],
  );
  const people = await pool.query<{ requester_id: string }>(
    `select requester_id from support_credits.shown_requesters
      where fields ->> 'billingAccountId' = $1 order by requester_id limit $2`,
    [billingAccountId, MAX_EACH],
  );
  await queueLaterLooks(
    pool,
    tickets.rows.map((row) => row.ticket_id),
  );
  await queueTicketJobs(
    pool,
    people.rows.map((row) => ({ job: 'bring_requester_in_line', requesterId: row.requester_id })),
  );
}
