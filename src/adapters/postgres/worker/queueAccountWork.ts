import type { Pool } from 'pg';
import { queueLaterLooks } from './queueJobs';
import { queueShown } from './queueShown';

/** More in one account are somebody's mistake, and found by the next look at each. */
const MAX_TICKETS = 1_000;

/** Queues looks at the tickets of an account that wait, and what brings the people at whom it is shown in line. */
export async function queueAccountWork(pool: Pool, billingAccountId: string): Promise<void> {
  const tickets = await pool.query<{ ticket_id: string }>(
    `select ticket_id from support_credits.ticket_states
      where billing_account_id = $1 and waiting_since is not null order by waiting_since limit $2`,
    [billingAccountId, MAX_TICKETS],
  );
  await queueLaterLooks(
    pool,
    tickets.rows.map((row) => row.ticket_id),
  );
  await queueShown(pool, billingAccountId);
}
