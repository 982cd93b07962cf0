import type { Pool } from 'pg';
import type { Rounds } from '../../../domain/tickets/decideRound';

/** Remembers how often the ticket was written lately. */
export async function keepRounds(
  pool: Pool,
  ticketId: string,
  { count, beganAt, cutOffUntil }: Rounds,
): Promise<void> {
  await pool.query(
    `update support_credits.ticket_states set round_count = $2, rounds_began_at = $3, cut_off_until = $4
      where ticket_id = $1`,
    [ticketId, count, beganAt, cutOffUntil ?? null],
  );
}
