import { AGENT_REFUND_REASONS } from '../policy/refundReason';
import type { AgentRefundReason, AgentRole } from '../policy/refundReason';

/** What an agent may ask for by a value of the ticket field «Credit action». */
export type CommandAction =
  | { kind: 'debit' }
  | { kind: 'waive' }
  | { kind: 'recheck' }
  | { kind: 'new_problem' }
  /** Lets the refund go on that another agent asked for. */
  | { kind: 'approve' }
  | { kind: 'refund'; reason: AgentRefundReason };

/** One asking, found in the ticket's audits: the same `id` is the same asking, however often it is seen. */
export type Command = {
  id: string;
  action: CommandAction;
  actorId: string;
  /** Undefined: no person of the helpdesk. */
  actorRole: AgentRole | undefined;
  /** Groups of the helpdesk that the actor is in; empty where nothing rests on them. */
  actorGroupIds: string[];
};

/** Why a command was not carried out; each has its own text for the agent. */
export const COMMAND_REFUSALS = [
  'actor_not_agent',
  'nothing_to_refund',
  'already_refunded',
  'reason_switched_off',
  'reason_not_yours',
  'daily_limit_reached',
  'nothing_to_approve',
  'approver_is_asker',
  'not_a_follow_up',
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

const PLAIN_ACTIONS = ['debit', 'waive', 'recheck', 'new_problem', 'approve'] as const;

/** Maps the value of the ticket field without its prefix (`refund_hotfix`) to an action; undefined when it is none. */
export function toCommandAction(value: string): CommandAction | undefined {
  const plain = PLAIN_ACTIONS.find((kind) => kind === value);
  if (plain !== undefined) return { kind: plain };
  const reason = AGENT_REFUND_REASONS.find((known) => value === `refund_${known}`);
  return reason && { kind: 'refund', reason };
}

/** The reverse of {@link toCommandAction}. */
export function fromCommandAction(action: CommandAction): string {
  return action.kind === 'refund' ? `refund_${action.reason}` : action.kind;
}
