import type { Pool } from 'pg';

/** Tickets held or pending, longest waiting first. */
export async function readWaitingTickets(pool: Pool, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ ticket_id: string }>(
    `select ticket_id from support_credits.ticket_states
      where waiting_since is not null order by waiting_since, ticket_id limit $1`,
    [limit],
  );
  return rows.map((row) => row.ticket_id);
}
