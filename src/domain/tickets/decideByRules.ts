import { decideCharge } from '../credits/decideCharge';
import type { NewEntry } from '../credits/newEntry';
import { assert } from '../result';
import { decideRuleRefund } from './decideRuleRefund';
import type { DecisionFacts } from './decisionInput';
import { isChargedAnew } from './isChargedAnew';
import { stateAfter } from './stateAfter';
import type { TicketState } from './ticketDecision';
import { TICKET_RULES } from './ticketRule';
import type { TicketRule } from './ticketRule';

/** Entries to append, and what the ticket should say afterwards. */
type Answer = { entries: NewEntry[]; state: TicketState };

/** Each says what it wants, or nothing; the last one always answers. */
const ANSWERS: Record<TicketRule, (facts: DecisionFacts) => Answer | undefined> = {
  rule_refund: (facts) => {
    const refund = decideRuleRefund(facts);
    return refund && { entries: [refund], state: stateAfter([refund]) };
  },
  standing_charge: (facts) => toAnswer(readStanding(facts)),
  client_care: ({ ticket }) =>
    ticket.line === 'tech' ? undefined : toAnswer({ creditState: 'free', reason: 'client_care' }),
  ended: ({ ticket }) =>
    ticket.standing === 'open' ? undefined : toAnswer({ creditState: 'free', reason: 'ended' }),
  billing: (facts) =>
    facts.reading.kind === 'unavailable'
      ? toAnswer(stateWithoutBilling(facts, facts.reading.retry))
      : undefined,
  identity: ({ reading }) =>
    reading.kind === 'refused' ? toAnswer({ creditState: 'held', reason: reading.reason }) : undefined,
  charge,
};

/**
 * What the rules want by themselves. A charge that stands may be returned; else it is the answer, as a returned one is
 * (R4); else the ticket is charged, held, pending or free (R1, R3, R8, R12, R13). What is closed or removed is never
 * charged any more, nor waits for it. Names the rule that answered; those before it were asked and said nothing.
 */
export function decideByRules(facts: DecisionFacts): Answer & { rule: TicketRule } {
  for (const rule of TICKET_RULES) {
    const answer = ANSWERS[rule](facts);
    if (answer !== undefined) return { ...answer, rule };
  }
  throw new Error('Defect: no rule answered.');
}

function toAnswer(state: TicketState | undefined): Answer | undefined {
  return state && { entries: [], state };
}

function charge(facts: DecisionFacts): Answer | undefined {
  const { reading } = facts;
  if (reading.kind !== 'client') return undefined;
  assert(
    reading.facts.billingAccountId === facts.ledger.billingAccountId,
    'a ticket is charged to the account of its requester',
  );
  const charged = decideCharge(facts, reading, { kind: 'rule' });
  if (!charged.ok) return toAnswer({ creditState: 'held', reason: charged.reason });
  return { entries: [charged.value], state: stateAfter([charged.value]) };
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
