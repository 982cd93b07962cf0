import type { Pool } from 'pg';
import { toCommandAction } from '../../../domain/tickets/command';
import type { CommandRefusal } from '../../../domain/tickets/command';
import type { IdentityGrade } from '../../../domain/accounts/accountFacts';
import type { CreditState, HoldReason } from '../../../domain/tickets/creditState';
import type { StateReason } from '../../../domain/tickets/ticketDecision';
import type { Line } from '../../../domain/line/line';
import type { StoredIdentity, StoredTicket } from '../../../use-cases/ports';

/** Closed unions stand in the columns as text; only `storeTicketState` writes them, from the same unions. */
type StateRow = {
  ticket_id: string;
  requester_id: string;
  billing_account_id: string | null;
  identity_grade: IdentityGrade | null;
  identity_refusal: Exclude<HoldReason, 'no_credits'> | null;
  line: Line | null;
  credit_state: CreditState;
  reason: StateReason;
  balance_credits: number | null;
  decided_at: Date;
  command_id: string | null;
  action: string | null;
  outcome: 'done' | 'refused' | null;
  refusal: CommandRefusal | null;
  answered_at: Date | null;
};

/** The last decision about the ticket with the newest answered command; undefined when none was made yet. */
export async function readStoredTicket(pool: Pool, ticketId: string): Promise<StoredTicket | undefined> {
  const { rows } = await pool.query<StateRow>(
    `select state.ticket_id, state.requester_id, state.billing_account_id, state.identity_grade,
            state.identity_refusal, state.line, state.credit_state, state.reason,
            state.balance_credits, state.decided_at,
            command.command_id, command.action, command.outcome, command.refusal, command.answered_at
       from support_credits.ticket_states state
       left join lateral (select * from support_credits.ticket_commands
                           where ticket_id = state.ticket_id order by answered_at desc, command_id desc limit 1) command
              on true
      where state.ticket_id = $1`,
    [ticketId],
  );
  return rows[0] && toStoredTicket(rows[0]);
}

function toStoredTicket(row: StateRow): StoredTicket {
  return {
    ticketId: row.ticket_id,
    requesterId: row.requester_id,
    identity: toIdentity(row),
    line: row.line ?? undefined,
    state: { creditState: row.credit_state, reason: row.reason },
    decidedAt: row.decided_at.toISOString(),
    balanceCredits: row.balance_credits ?? undefined,
    answer: toAnswer(row),
  };
}

function toIdentity(row: StateRow): StoredIdentity {
  if (row.billing_account_id !== null && row.identity_grade !== null) {
    return { kind: 'client', grade: row.identity_grade, billingAccountId: row.billing_account_id };
  }
  if (row.identity_refusal !== null) return { kind: 'refused', reason: row.identity_refusal };
  return { kind: 'unavailable' };
}

function toAnswer(row: StateRow): StoredTicket['answer'] {
  const action = row.action === null ? undefined : toCommandAction(row.action);
  if (row.command_id === null || row.outcome === null || row.answered_at === null || action === undefined)
    return undefined;
  return {
    commandId: row.command_id,
    action,
    outcome: row.outcome,
    refusal: row.refusal ?? undefined,
    answeredAt: row.answered_at.toISOString(),
  };
}
