import type { PoolClient } from 'pg';
import { queueLongestHeld } from './queueLongestHeld';

/**
 * The ticket is `closed` or `gone`: it waits for nothing any more, and whoever was held behind it is looked at. Nothing
 * happens to a ticket that did not wait. When a look finds it open again, it waits anew.
 */
export async function endWaiting(
  client: PoolClient,
  ticketId: string,
  endedAs: 'closed' | 'gone',
): Promise<void> {
  const { rows } = await client.query<{ billing_account_id: string | null }>(
    `update support_credits.ticket_states set ended_as = $2, waiting_since = null
      where ticket_id = $1 and waiting_since is not null returning billing_account_id`,
    [ticketId, endedAs],
  );
  await queueLongestHeld(
    client,
    rows.flatMap((row) => row.billing_account_id ?? []),
  );
}
