import type { Pool } from 'pg';
import { queueTicketJobs } from './queueJobs';

/** More in one account are somebody's mistake, and found by the next look at a ticket of each. */
const MAX_PEOPLE = 1_000;

/** Queues what brings the people at whom the account is shown in line. */
export async function queueShown(pool: Pool, billingAccountId: string): Promise<void> {
  const people = await pool.query<{ requester_id: string }>(
    `select requester_id from support_credits.shown_requesters
      where fields ->> 'billingAccountId' = $1 order by requester_id limit $2`,
    [billingAccountId, MAX_PEOPLE],
  );
  await queueTicketJobs(
    pool,
    people.rows.map((row) => ({ job: 'bring_requester_in_line', requesterId: row.requester_id })),
  );
}
