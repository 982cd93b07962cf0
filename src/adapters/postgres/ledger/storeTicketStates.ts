import type { PoolClient } from 'pg';
import { listSql } from './appendLists';
import { fromCommandAction } from '../../../domain/tickets/command';
import type { TicketDecision } from '../../../domain/tickets/ticketDecision';
import type { DecisionInput } from '../../../use-cases/ports/ledger';
import type { StoredIdentity } from '../../../use-cases/ports/storedTicket';

/** A decision about one ticket, with the balance right after it. */
export type DecidedTicket = {
  input: DecisionInput;
  decision: TicketDecision;
  /** Whose credit account it was decided on. */
  owner: string | undefined;
  /** Who the requester is taken for: as read, or as known before when the ticket stays held while billing is away. */
  identity: StoredIdentity;
  balanceCredits: number | undefined;
  /** Where its look stands in a trace. */
  trace?: string | undefined;
};

/** Keeps that the commands, where there were any, have their answers. */
export async function storeAnswers(client: PoolClient, decided: readonly DecidedTicket[]): Promise<void> {
  const commands = decided.flatMap(toCommandRows);
  if (commands.length > 0) await client.query(STORE_COMMANDS, [JSON.stringify(commands)]);
}

/**
 * Keeps what was decided for the tickets of the list `ticketStates`. In the order of ticket ids, so that two transactions
 * never wait for each other in a circle. Decided is never later than now by the database's clock: a bridge whose clock runs
 * ahead would else keep the sweeps from looking at what changes after its decision.
 */
export const STORE_STATES = `
insert into support_credits.ticket_states
  (ticket_id, requester_id, billing_account_id, identity_grade, identity_refusal, line, credit_state, reason,
   balance_credits, problem_id, merged_into, defect_ticket_id, ended_as, is_solved, is_marked_defect, decided_at, looked_at,
   state_since, waiting_since)
select ticket_id, requester_id, billing_account_id, identity_grade, identity_refusal, line, credit_state, reason,
       balance_credits, problem_id, merged_into, defect_ticket_id, ended_as, is_solved, is_marked_defect,
       least(decided_at, clock_timestamp()), decided_at, decided_at,
       case when credit_state in ('held', 'pending') then decided_at end
  from ${listSql('ticketStates', 'decided')}
 order by ticket_id
on conflict (ticket_id) do update set
  requester_id = excluded.requester_id, billing_account_id = excluded.billing_account_id,
  identity_grade = excluded.identity_grade, identity_refusal = excluded.identity_refusal, line = excluded.line,
  credit_state = excluded.credit_state, reason = excluded.reason, balance_credits = excluded.balance_credits,
  decided_at = excluded.decided_at, looked_at = excluded.looked_at,
  problem_id = excluded.problem_id, merged_into = excluded.merged_into, defect_ticket_id = excluded.defect_ticket_id,
  ended_as = excluded.ended_as, is_solved = excluded.is_solved, is_marked_defect = excluded.is_marked_defect,
  state_since = case when (ticket_states.credit_state, ticket_states.reason) = (excluded.credit_state, excluded.reason)
                     then ticket_states.state_since else excluded.state_since end,
  waiting_since = case when excluded.waiting_since is not null
                       then coalesce(ticket_states.waiting_since, excluded.waiting_since) end`;

const STORE_COMMANDS = `
insert into support_credits.ticket_commands
  (command_id, ticket_id, action, outcome, refusal, actor_id, charge_key, answered_at)
select command_id, ticket_id, action, outcome, refusal, actor_id, charge_key, answered_at
  from json_to_recordset($1::json) as answered (
    command_id text, ticket_id text, action text, outcome text, refusal text, actor_id text, charge_key text,
    answered_at timestamptz)`;

/** How a ticket to which nothing can be written ended; the same words as in `endWaiting`. */
const ENDED_AS = { open: null, closed: 'closed', removed: 'gone' } as const;

/** A ticket as it was decided. */
export type TicketStateRow = {
  ticket_id: string;
  requester_id: string;
  billing_account_id: string | null;
  identity_grade: string | null;
  identity_refusal: string | null;
  line: string | null;
  credit_state: string;
  reason: string;
  balance_credits: number | null;
  problem_id: string;
  merged_into: string | null;
  defect_ticket_id: string | null;
  is_solved: boolean;
  is_marked_defect: boolean;
  ended_as: string | null;
  decided_at: string;
};

/** The ticket as it was decided, for {@link STORE_STATES}. */
export function toStateRow({
  input,
  decision,
  identity,
  balanceCredits,
}: Omit<DecidedTicket, 'owner'>): TicketStateRow {
  const { ticket } = input;
  return {
    ticket_id: ticket.id,
    requester_id: ticket.requesterId,
    billing_account_id: identity.kind === 'client' ? identity.billingAccountId : null,
    identity_grade: identity.kind === 'client' ? identity.grade : null,
    identity_refusal: identity.kind === 'refused' ? identity.reason : null,
    line: ticket.line ?? null,
    credit_state: decision.state.creditState,
    reason: decision.state.reason,
    balance_credits: balanceCredits ?? null,
    problem_id: ticket.problemId,
    merged_into: ticket.mergedInto?.ticketId ?? null,
    defect_ticket_id: ticket.defectTicketId ?? null,
    ended_as: ENDED_AS[ticket.standing],
    is_solved: ticket.seen?.isSolved ?? false,
    is_marked_defect: ticket.seen?.isMarkedDefect ?? false,
    decided_at: input.occurredAt,
  };
}

function toCommandRows({ input, decision }: DecidedTicket) {
  const { ticket } = input;
  const { answer } = decision;
  if (answer === undefined || ticket.command === undefined) return [];
  return [
    {
      command_id: answer.commandId,
      ticket_id: ticket.id,
      action: fromCommandAction(ticket.command.action),
      outcome: answer.outcome,
      refusal: answer.outcome === 'refused' ? answer.refusal : null,
      actor_id: ticket.command.actorId,
      charge_key: answer.outcome === 'awaiting_approval' ? answer.chargeKey : null,
      answered_at: input.occurredAt,
    },
  ];
}
