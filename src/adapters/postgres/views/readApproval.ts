import type { Pool } from 'pg';
import { toCommandAction } from '../../../domain/tickets/command';
import type { WaitingApproval } from '../../../use-cases/ports/ledgerViews';

type Row = { action: string; actor_id: string; answered_at: Date };

/** The return asked for last on this ticket that waits for approval, while the charge that it is about stands. */
export async function readApproval(pool: Pool, ticketId: string): Promise<WaitingApproval | undefined> {
  const { rows } = await pool.query<Row>(
    `select command.action, command.actor_id, command.answered_at
       from (select action, actor_id, answered_at, charge_key from support_credits.ticket_commands
              where ticket_id = $1 and outcome = 'awaiting_approval' order by answer_no desc limit 1) command
       join support_credits.ledger_entries charge on charge.key = command.charge_key
       join support_credits.open_charges open_charge on open_charge.entry_id = charge.id`,
    [ticketId],
  );
  const row = rows[0];
  const action = row && toCommandAction(row.action);
  if (row === undefined || action?.kind !== 'refund') return undefined;
  return { reason: action.reason, askedBy: row.actor_id, askedAt: row.answered_at.toISOString() };
}
