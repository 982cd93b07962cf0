import type { Pool } from 'pg';
import type { CreditState } from '../../../domain/tickets/creditState';

/** Remembers what the field of a closed ticket says: it can never be made to say anything else. */
export async function markClosed(
  pool: Pool,
  ticketId: string,
  shows: CreditState | undefined,
): Promise<void> {
  await pool.query('update support_credits.ticket_states set closed_showing = $2 where ticket_id = $1', [
    ticketId,
    shows ?? '',
  ]);
}
