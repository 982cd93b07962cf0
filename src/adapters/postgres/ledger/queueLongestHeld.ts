import type { PoolClient } from 'pg';
import { queueLaterLooks } from '../worker/queueJobs';

/** Queues a look at the ticket that has been held for `no_credits` for longest, for each of the clients that has one. */
export async function queueLongestHeld(
  client: PoolClient,
  billingAccountIds: readonly string[],
): Promise<void> {
  if (billingAccountIds.length === 0) return;
  const { rows } = await client.query<{ ticket_id: string }>(
    `select held.ticket_id from unnest($1::text[]) as wanted (billing_account_id)
       join lateral (select ticket_id from support_credits.ticket_states ticket
                      where ticket.billing_account_id = wanted.billing_account_id and ticket.credit_state = 'held'
                        and ticket.reason = 'no_credits' and ticket.waiting_since is not null
                      order by waiting_since, length(ticket_id), ticket_id limit 1) held on true`,
    [billingAccountIds],
  );
  await queueLaterLooks(
    client,
    rows.map((row) => row.ticket_id),
  );
}
