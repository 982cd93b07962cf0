import type { Pool } from 'pg';
import type { Line } from '../../../domain/line/line';
import { toLowBalanceLevel } from '../../../domain/low-balance/lowBalanceLevel';
import type { CreditState } from '../../../domain/tickets/creditState';
import type { Rounds } from '../../../domain/tickets/decideRound';
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
  is_problem_charged: boolean;
  merged_into: string | null;
  defect_ticket_id: string | null;
  line: Line | null;
  credit_state: CreditState;
  reason: StateReason;
  balance_credits: number | null;
  state_since: Date;
  shown_state: CreditState | null;
  shown_reason: StateReason | null;
  shown_at: Date | null;
  round_count: number;
  rounds_began_at: Date | null;
  cut_off_until: Date | null;
  /** The lowest threshold that a debit of this ticket crossed, while the client was not told so. */
  crossed: number | null;
} & (AnswerRow | Record<keyof AnswerRow, null>);

/** The last decision about each of the tickets, with the answer that was written last; without those never decided. */
export async function readStoredTickets(pool: Pool, ticketIds: readonly string[]): Promise<StoredTicket[]> {
  const { rows } = await pool.query<StateRow>(
    `select state.ticket_id, state.requester_id,
            json_build_object('billingAccountId', state.billing_account_id, 'grade', state.identity_grade,
                              'refusal', state.identity_refusal) as identity,
            state.problem_id, state.merged_into, state.defect_ticket_id, state.line, state.credit_state, state.reason, state.balance_credits, state.state_since,
            state.shown_state, state.shown_reason, state.shown_at, state.round_count, state.rounds_began_at, state.cut_off_until,
            exists (select from support_credits.open_charges charge
                     where charge.problem_id = state.problem_id) as is_problem_charged,
            (select min(threshold) from support_credits.low_balance_crossings crossing
              where crossing.ticket_id = state.ticket_id and crossing.told_at is null) as crossed,
            command.command_id, command.action, command.outcome, command.refusal, command.answered_at
       from support_credits.ticket_states state
       left join lateral (select * from support_credits.ticket_commands
                           where ticket_id = state.ticket_id order by answer_no desc limit 1) command on true
      where state.ticket_id = any($1::text[])`,
    [ticketIds],
  );
  return rows.map(toStoredTicket);
}

function toStoredTicket(row: StateRow): StoredTicket {
  return {
    ticketId: row.ticket_id,
    requesterId: row.requester_id,
    identity: toIdentity(row.identity),
    problemId: row.problem_id,
    isProblemCharged: row.is_problem_charged,
    mergedInto: row.merged_into ?? undefined,
    defectTicketId: row.defect_ticket_id ?? undefined,
    line: row.line ?? undefined,
    state: { creditState: row.credit_state, reason: row.reason },
    shown:
      row.shown_state === null || row.shown_reason === null
        ? undefined
        : { creditState: row.shown_state, reason: row.shown_reason },
    shownAt: row.shown_at?.toISOString(),
    stateSince: row.state_since.toISOString(),
    balanceCredits: row.balance_credits ?? undefined,
    answer: row.command_id === null ? undefined : toAnswer(row),
    rounds: toRounds(row),
    lowBalance: row.crossed === null ? undefined : toLowBalanceLevel(row.crossed),
  };
}

function toRounds(row: StateRow): Rounds | undefined {
  if (row.rounds_began_at === null) return undefined;
  return {
    count: row.round_count,
    beganAt: row.rounds_began_at.toISOString(),
    cutOffUntil: row.cut_off_until?.toISOString(),
  };
}
