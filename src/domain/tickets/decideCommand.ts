import { decideCharge, toWaiver } from '../credits/decideCharge';
import { decideRefund } from '../credits/decideRefund';
import type { NewEntry } from '../credits/newEntry';
import type { Result } from '../result';
import { unreachable } from '../result';
import type { Command, CommandRefusal } from './command';
import type { DecisionFacts } from './decisionInput';

/** `later`: billing is needed and cannot be asked; the command stands and is decided when it can. */
export type CommandDecision = Result<NewEntry[], CommandRefusal> | { ok: false; reason: 'later' };

/** What an agent's asking does to the ledger, or why it is refused. Only people of the helpdesk may ask. */
export function decideCommand(facts: DecisionFacts, command: Command): CommandDecision {
  if (!command.isActorAgent) return { ok: false, reason: 'actor_not_agent' };
  const { action } = command;
  switch (action.kind) {
    case 'recheck':
    // R4: whose problem the ticket is stands in its facts already.
    case 'new_problem':
      return { ok: true, value: [] };
    case 'refund': {
      const actor = { kind: 'agent', id: command.actorId } as const;
      const refund = decideRefund(facts, action.reason, actor);
      return refund.ok ? { ok: true, value: [refund.value] } : refund;
    }
    case 'debit':
    case 'waive':
      return decideChargeCommand(facts, command, action.kind);
    default:
      return unreachable(action);
  }
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
