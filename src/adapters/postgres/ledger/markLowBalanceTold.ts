import type { Pool } from 'pg';

/** The client was told at this ticket that few credits are left, of whichever threshold. */
export async function markLowBalanceTold(pool: Pool, ticketId: string): Promise<void> {
  await pool.query(
    `update support_credits.low_balance_crossings set told_at = clock_timestamp()
      where ticket_id = $1 and told_at is null`,
    [ticketId],
  );
}
