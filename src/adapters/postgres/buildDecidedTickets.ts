import type { Pool } from 'pg';
import type { DecidedTicket, DecidedTickets } from '../../use-cases/ports/shadowReport';
import { withDatabaseErrors } from './withDatabaseErrors';

/** The tickets as they were decided last, on Postgres. Ids are compared as text, byte by byte, whatever the database's language. */
export function buildDecidedTickets(pool: Pool): DecidedTickets {
  return withDatabaseErrors<DecidedTickets>({
    readDecidedTickets: async (since, afterTicketId, limit) => {
      const { rows } = await pool.query<Row>(
        `select ticket_id, billing_account_id, line, credit_state, reason, decided_at
           from support_credits.ticket_states
          where ticket_id collate "C" > $2 and decided_at >= $1
          order by ticket_id collate "C" limit $3`,
        [since, afterTicketId, limit],
      );
      return rows.map(toDecidedTicket);
    },
  });
}

type Row = {
  ticket_id: string;
  billing_account_id: string | null;
  line: string | null;
  credit_state: DecidedTicket['creditState'];
  reason: string;
  decided_at: Date;
};

function toDecidedTicket(row: Row): DecidedTicket {
  return {
    ticketId: row.ticket_id,
    billingAccountId: row.billing_account_id ?? undefined,
    line: row.line ?? undefined,
    creditState: row.credit_state,
    reason: row.reason,
    decidedAt: row.decided_at.toISOString(),
  };
}
