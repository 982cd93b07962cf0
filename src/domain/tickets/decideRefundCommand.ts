import { decideRefund } from '../credits/decideRefund';
import type { RefundEntry } from '../credits/newEntry';
import type { AgentRefundReason, RefundRule } from '../policy/refundReason';
import type { Result } from '../result';
import type { Command, CommandRefusal } from './command';
import type { DecisionFacts } from './decisionInput';

/** `awaiting_approval`: another agent has to approve before `chargeKey` is returned. */
export type RefundCommandDecision =
  Result<RefundEntry, CommandRefusal> | { ok: false; reason: 'awaiting_approval'; chargeKey: string };

/** An agent's asking for a refund: whether there is anything to return, then whether this person may, and how often. */
export function decideRefundCommand(
  facts: DecisionFacts,
  command: Command,
  reason: AgentRefundReason,
): RefundCommandDecision {
  const refund = decideRefund(facts, reason, { kind: 'agent', id: command.actorId });
  if (!refund.ok) return refund;
  const rule = facts.policy.refundReasons[reason];
  const { refundsToday } = facts.ledger;
  if (!mayReturn(rule, command)) return { ok: false, reason: 'reason_not_yours' };
  if (isUsedUp(rule.perPersonPerDay, refundsToday)) return { ok: false, reason: 'daily_limit_reached' };
  if (!isUsedUp(rule.freePerDay, refundsToday)) return refund;
  return { ok: false, reason: 'awaiting_approval', chargeKey: refund.value.debitKey };
}

/**
 * Carries out the refund that another agent asked for on this ticket. It is on record as that agent's, and counts as theirs.
 * Who approves must be one who might have asked for it.
 */
export function decideApproval(facts: DecisionFacts, command: Command): Result<RefundEntry, CommandRefusal> {
  const { awaiting, openCharge, refundsToday } = facts.ledger;
  // What was asked for another charge of the problem is over with that charge.
  if (awaiting === undefined || openCharge?.key !== awaiting.chargeKey) {
    return { ok: false, reason: 'nothing_to_approve' };
  }
  if (awaiting.actorId === command.actorId) return { ok: false, reason: 'approver_is_asker' };
  const rule = facts.policy.refundReasons[awaiting.reason];
  if (!mayReturn(rule, command)) return { ok: false, reason: 'reason_not_yours' };
  if (isUsedUp(rule.perPersonPerDay, refundsToday)) return { ok: false, reason: 'daily_limit_reached' };
  return decideRefund(facts, awaiting.reason, {
    kind: 'agent',
    id: awaiting.actorId,
    approvedBy: command.actorId,
  });
}

function mayReturn(rule: RefundRule, { actorRole, actorGroupIds }: Command): boolean {
  const isByRole = actorRole !== undefined && rule.roles.includes(actorRole);
  return isByRole || actorGroupIds.some((id) => rule.groupIds.includes(id));
}

function isUsedUp(limit: number | null, used: number): boolean {
  return limit !== null && used >= limit;
}
