import type { Pool } from 'pg';
import type { Line } from '../../../domain/line/line';
import type { CreditState } from '../../../domain/tickets/creditState';
import type { StateReason } from '../../../domain/tickets/ticketDecision';
import type { StoredTicket } from '../../../use-cases/ports/storedTicket';
import { toIdentity } from './previousTicket';
import type { IdentityColumns } from './previousTicket';
import { toAnswer } from './readAnswer';
import type { AnswerRow } from './readAnswer';

/** Closed unions stand in the columns as text; only `storeTicketStates` writes them, from the same unions. */
type StateRow = {
  ticket_id: string;
  requester_id: string;
  identity: IdentityColumns;
  problem_id: string;
  merged_into: string | null;
  line: Line | null;
  credit_state: CreditState;
  reason: StateReason;
  balance_credits: number | null;
  state_since: Date;
  shown_state: CreditState | null;
  shown_reason: StateReason | null;
} & (AnswerRow | Record<keyof AnswerRow, null>);

/** The last decision about the ticket with the answer that was written last; undefined when none was made yet. */
export async function readStoredTicket(pool: Pool, ticketId: string): Promise<StoredTicket | undefined> {
  const { rows } = await pool.query<StateRow>(
    `select state.ticket_id, state.requester_id,
            json_build_object('billingAccountId', state.billing_account_id, 'grade', state.identity_grade,
                              'refusal', state.identity_refusal) as identity,
            state.problem_id, state.merged_into, state.line, state.credit_state, state.reason, state.balance_credits, state.state_since,
            state.shown_state, state.shown_reason,
            command.command_id, command.action, command.outcome, command.refusal, command.answered_at
       from support_credits.ticket_states state
       left join lateral (select * from support_credits.ticket_commands
                           where ticket_id = state.ticket_id order by answer_no desc limit 1) command on true
      where state.ticket_id = $1`,
    [ticketId],
  );
  return rows[0] && toStoredTicket(rows[0]);
}

function toStoredTicket(row: StateRow): StoredTicket {
  return {
    ticketId: row.ticket_id,
    requesterId: row.requester_id,
    identity: toIdentity(row.identity),
    problemId: row.problem_id,
    mergedInto: row.merged_into ?? undefined,
    line: row.line ?? undefined,
    state: { creditState: row.credit_state, reason: row.reason },
    shown:
      row.shown_state === null || row.shown_reason === null
        ? undefined
        : { creditState: row.shown_state, reason: row.shown_reason },
    stateSince: row.state_since.toISOString(),
    balanceCredits: row.balance_credits ?? undefined,
    answer: row.command_id === null ? undefined : toAnswer(row),
  };
}
