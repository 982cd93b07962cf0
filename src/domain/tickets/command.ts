import { AGENT_REFUND_REASONS } from '../policy/refundReason';
import type { AgentRefundReason } from '../policy/refundReason';

/** What an agent may ask for by a value of the ticket field «Credit action». */
export type CommandAction =
  | { kind: 'debit' }
  | { kind: 'waive' }
  | { kind: 'recheck' }
  | { kind: 'new_problem' }
  | { kind: 'refund'; reason: AgentRefundReason };

/** One asking, found in the ticket's audits: the same `id` is the same asking, however often it is seen. */
export type Command = { id: string; action: CommandAction; actorId: string; isActorAgent: boolean };

/** Why a command was not carried out; each has its own text for the agent. */
export const COMMAND_REFUSALS = [
  'actor_not_agent',
  'nothing_to_refund',
  'already_refunded',
  'reason_switched_off',
  'already_charged',
  'requester_changed',
  'no_credits',
  'unknown_client',
  'ambiguous_client',
  'requester_without_email',
  'unverified_email',
  'linked_account_unknown',
  'link_required',
] as const;

/** Why a command was not carried out. */
export type CommandRefusal = (typeof COMMAND_REFUSALS)[number];

/** Maps the value of the ticket field without its prefix (`refund_hotfix`) to an action; undefined when it is none. */
export function toCommandAction(value: string): CommandAction | undefined {
  if (value === 'debit' || value === 'waive' || value === 'recheck' || value === 'new_problem')
    return { kind: value };
  const reason = AGENT_REFUND_REASONS.find((known) => value === `refund_${known}`);
  return reason && { kind: 'refund', reason };
}

/** The reverse of {@link toCommandAction}. */
export function fromCommandAction(action: CommandAction): string {
  return action.kind === 'refund' ? `refund_${action.reason}` : action.kind;
}
