import { decideCharge } from '../credits/decideCharge';
import type { NewEntry } from '../credits/newEntry';
import { assert } from '../result';
import { decideRuleRefund } from './decideRuleRefund';
import type { DecisionFacts } from './decisionInput';
import { isChargedAnew } from './isChargedAnew';
import { stateAfter } from './stateAfter';
import type { TicketState } from './ticketDecision';

/**
 * What the rules want by themselves. A charge that stands may be returned; else it is the answer, as a returned one is
 * (R4); else the ticket is charged, held, pending or free (R1, R3, R8, R12, R13). What is closed or removed is never
 * charged any more, nor waits for it.
 */
export function decideByRules(facts: DecisionFacts): { entries: NewEntry[]; state: TicketState } {
  const refund = decideRuleRefund(facts);
  if (refund !== undefined) return { entries: [refund], state: stateAfter([refund]) };
  const { ticket, reading } = facts;
  const standing = readStanding(facts);
  if (standing !== undefined) return { entries: [], state: standing };
  if (ticket.line !== 'tech') return { entries: [], state: { creditState: 'free', reason: 'client_care' } };
  if (ticket.standing !== 'open') return { entries: [], state: { creditState: 'free', reason: 'ended' } };
  if (reading.kind === 'unavailable')
    return { entries: [], state: stateWithoutBilling(facts, reading.retry) };
  if (reading.kind === 'refused')
    return { entries: [], state: { creditState: 'held', reason: reading.reason } };
  assert(
    reading.facts.billingAccountId === facts.ledger.billingAccountId,
    'a ticket is charged to the account of its requester',
  );
  const charge = decideCharge(facts, reading, { kind: 'rule' });
  if (!charge.ok) return { entries: [], state: { creditState: 'held', reason: charge.reason } };
  return { entries: [charge.value], state: stateAfter([charge.value]) };
}

/** A charge that stands, or one that stays returned: one problem, one credit (R4). */
function readStanding({
  ticket,
  ledger: { openCharge, refundReason },
}: DecisionFacts): TicketState | undefined {
  if (openCharge?.kind === 'debit') return { creditState: 'debited', reason: 'charged' };
  if (openCharge?.kind === 'waiver') return { creditState: 'waived', reason: openCharge.reason };
  if (refundReason === undefined) return undefined;
  const isChargeable = ticket.line === 'tech' && ticket.standing === 'open';
  if (isChargeable && isChargedAnew(refundReason)) return undefined;
  return { creditState: 'refunded', reason: refundReason };
}

/** R13: pending; but a ticket held before stays held, so that a short failure of billing writes no two notes. */
function stateWithoutBilling(
  { ticket, ledger: { previous } }: DecisionFacts,
  canRetry: boolean,
): TicketState {
  const wasHeld = previous?.state.creditState === 'held' && previous.requesterId === ticket.requesterId;
  if (wasHeld) return previous.state;
  return { creditState: 'pending', reason: canRetry ? 'billing_unavailable' : 'billing_misconfigured' };
}
