import { decideCharge, toWaiver } from '../credits/decideCharge';
import type { NewEntry } from '../credits/newEntry';
import type { Result } from '../result';
import { unreachable } from '../result';
import type { Command, CommandRefusal } from './command';
import type { DecisionFacts } from './decisionInput';
import { decideApproval, decideRefundCommand } from './decideRefundCommand';
import type { RefundCommandDecision } from './decideRefundCommand';

/**
 * `later`: billing is needed and cannot be asked; the command stands and is decided when it can. `awaiting_approval`:
 * another agent has to approve.
 */
export type CommandDecision =
  | Result<NewEntry[], CommandRefusal>
  | { ok: false; reason: 'later' }
  | { ok: false; reason: 'awaiting_approval'; chargeKey: string };

/** What an agent's asking does to the ledger, or why it is refused. Only people of the helpdesk may ask. */
export function decideCommand(facts: DecisionFacts, command: Command): CommandDecision {
  if (command.actorRole === undefined) return { ok: false, reason: 'actor_not_agent' };
  const { action } = command;
  switch (action.kind) {
    case 'recheck':
      return { ok: true, value: [] };
    case 'new_problem':
      // R4: whose problem the ticket is stands in its facts already.
      return facts.ticket.isFollowUp ? { ok: true, value: [] } : { ok: false, reason: 'not_a_follow_up' };
    case 'refund':
      return toEntries(decideRefundCommand(facts, command, action.reason));
    case 'approve':
      return toEntries(decideApproval(facts, command));
    case 'debit':
    case 'waive':
      return decideChargeCommand(facts, command, action.kind);
    default:
      return unreachable(action);
  }
}

function toEntries(decision: RefundCommandDecision): CommandDecision {
  return decision.ok ? { ok: true, value: [decision.value] } : decision;
}

function decideChargeCommand(
  facts: DecisionFacts,
  command: Command,
  kind: 'debit' | 'waive',
): CommandDecision {
  if (facts.ledger.openCharge !== undefined) return { ok: false, reason: 'already_charged' };
  const { reading } = facts;
  if (reading.kind === 'unavailable') return { ok: false, reason: 'later' };
  if (reading.kind === 'refused') return { ok: false, reason: reading.reason };
  if (reading.facts.billingAccountId !== facts.ledger.billingAccountId)
    return { ok: false, reason: 'requester_changed' };
  const actor = { kind: 'agent', id: command.actorId } as const;
  if (kind === 'waive') return { ok: true, value: [toWaiver(facts, reading, 'agent', actor)] };
  const charge = decideCharge(facts, reading, actor);
  return charge.ok ? { ok: true, value: [charge.value] } : charge;
}
