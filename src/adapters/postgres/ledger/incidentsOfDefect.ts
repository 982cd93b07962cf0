import type { Pool } from 'pg';

/** The incidents of this problem ticket are remembered as linked to no defect, as far as nobody looked at them since. */
export async function forgetDefect(pool: Pool, problemTicketId: string): Promise<void> {
  await pool.query(
    'update support_credits.ticket_states set defect_ticket_id = null where defect_ticket_id = $1',
    [problemTicketId],
  );
}

/** Tickets of this defect that do not yet say what was decided, but for closed ones, which cannot. Lowest id first. */
export async function readUnshownIncidents(
  pool: Pool,
  problemTicketId: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ ticket_id: string }>(
    `select ticket_id from support_credits.ticket_states
      where defect_ticket_id = $1 and closed_showing is null
        and (shown_state, shown_reason) is distinct from (credit_state, reason)
      order by length(ticket_id), ticket_id limit $2`,
    [problemTicketId, limit],
  );
  return rows.map((row) => row.ticket_id);
}
