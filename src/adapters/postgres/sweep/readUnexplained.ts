import type { Pool } from 'pg';
import type { Unexplained } from '../../../use-cases/ports/sweepMemory';

/** So many ids go into the log; the count says how many there are. */
const NAMED = 5;

/**
 * Tickets of technical support that nothing accounts for, lowest id first. Forgets those that were decided meanwhile.
 */
export async function readUnexplained(pool: Pool, seenBefore: string): Promise<Unexplained> {
  await pool.query(
    `delete from support_credits.undecided_tickets undecided
      using support_credits.ticket_states state where state.ticket_id = undecided.ticket_id`,
  );
  const { rows } = await pool.query<{ ticket_id: string; total: string }>(
    `select ticket_id, count(*) over () as total from (
       select ticket_id from support_credits.undecided_tickets where seen_at < $1
       union all
       select ticket_id from support_credits.ticket_states
        where line = 'tech' and credit_state = 'free' and ended_as is null) unexplained
      order by length(ticket_id), ticket_id limit $2`,
    [seenBefore, NAMED],
  );
  return { count: Number(rows[0]?.total ?? 0), ticketIds: rows.map((row) => row.ticket_id) };
}
