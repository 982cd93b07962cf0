import type { Pool } from 'pg';
import { toCommandAction } from '../../../domain/tickets/command';
import type { CommandRefusal } from '../../../domain/tickets/command';
import type { StoredAnswer } from '../../../use-cases/ports/storedTicket';

/** A row of `ticket_commands`; only `storeTicketStates` writes them. */
export type AnswerRow = {
  command_id: string;
  action: string;
  outcome: StoredAnswer['outcome'];
  refusal: CommandRefusal | null;
  answered_at: Date;
};

/** How the command with this id was answered; undefined when it was not yet. */
export async function readAnswer(pool: Pool, commandId: string): Promise<StoredAnswer | undefined> {
  const { rows } = await pool.query<AnswerRow>(
    `select command_id, action, outcome, refusal, answered_at
       from support_credits.ticket_commands where command_id = $1`,
    [commandId],
  );
  return rows[0] && toAnswer(rows[0]);
}

/** Undefined for an action that this build does not know. */
export function toAnswer(row: AnswerRow): StoredAnswer | undefined {
  const action = toCommandAction(row.action);
  return (
    action && {
      commandId: row.command_id,
      action,
      outcome: row.outcome,
      refusal: row.refusal ?? undefined,
      answeredAt: row.answered_at.toISOString(),
    }
  );
}
