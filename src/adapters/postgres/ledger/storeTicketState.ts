import type { PoolClient } from 'pg';
import type { TicketDecision } from '../../../domain/tickets/ticketDecision';
import { fromCommandAction } from '../../../domain/tickets/command';
import type { DecisionInput } from '../../../use-cases/ports';

/** Keeps what was decided for the ticket, and that the command, if there was one, has its answer. */
export async function storeTicketState(
  client: PoolClient,
  input: DecisionInput,
  decision: TicketDecision,
  balanceCredits: number | undefined,
): Promise<void> {
  const isWaiting = decision.state.creditState === 'held' || decision.state.creditState === 'pending';
  await client.query(
    `insert into support_credits.ticket_states
       (ticket_id, requester_id, billing_account_id, identity_grade, identity_refusal, line, credit_state, reason,
        balance_credits, decided_at, waiting_since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $11 then $10::timestamptz end)
     on conflict (ticket_id) do update set
       requester_id = excluded.requester_id, billing_account_id = excluded.billing_account_id,
       identity_grade = excluded.identity_grade, identity_refusal = excluded.identity_refusal, line = excluded.line,
       credit_state = excluded.credit_state, reason = excluded.reason, balance_credits = excluded.balance_credits,
       decided_at = excluded.decided_at,
       waiting_since = case when $11 then coalesce(ticket_states.waiting_since, excluded.waiting_since) end`,
    [
      input.ticketId,
      input.requesterId,
      input.identity.kind === 'client' ? input.identity.billingAccountId : null,
      input.identity.kind === 'client' ? input.identity.grade : null,
      input.identity.kind === 'refused' ? input.identity.reason : null,
      input.line ?? null,
      decision.state.creditState,
      decision.state.reason,
      balanceCredits ?? null,
      input.occurredAt,
      isWaiting,
    ],
  );
  if (decision.answer !== undefined && input.command !== undefined) {
    await client.query(
      `insert into support_credits.ticket_commands (command_id, ticket_id, action, outcome, refusal, answered_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        decision.answer.commandId,
        input.ticketId,
        fromCommandAction(input.command.action),
        decision.answer.outcome,
        decision.answer.outcome === 'refused' ? decision.answer.refusal : null,
        input.occurredAt,
      ],
    );
  }
}
