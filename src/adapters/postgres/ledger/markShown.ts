import type { Pool } from 'pg';
import type { TicketState } from '../../../domain/tickets/ticketDecision';

/** Remembers what the ticket was made to say, so that a change of the mere reason is seen and noted once, and when. */
export async function markShown(
  pool: Pool,
  ticketId: string,
  shown: TicketState,
  shownAt: string,
): Promise<void> {
  await pool.query(
    `update support_credits.ticket_states set shown_state = $2, shown_reason = $3, shown_at = $4 where ticket_id = $1`,
    [ticketId, shown.creditState, shown.reason, shownAt],
  );
}
