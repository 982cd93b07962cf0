import { decideRefund } from '../credits/decideRefund';
import type { Charge } from '../credits/ledgerView';
import type { Proof, RefundEntry } from '../credits/newEntry';
import type { RefundReason } from '../policy/refundReason';
import type { DecisionFacts } from './decisionInput';

/** One cause for which the rules return a credit, whether it is there now, and what shows it. */
type Cause = { reason: RefundReason; isThere: boolean; proof?: Proof | undefined };

/**
 * What the rules return by themselves of the debit that stands for the ticket's problem; undefined when it stays. A waiver
 * always stays. Of several causes the first one is recorded. What is gone again later takes nothing back.
 */
export function decideRuleRefund(facts: DecisionFacts): RefundEntry | undefined {
  const debit = facts.ledger.openCharge;
  if (debit?.kind !== 'debit') return undefined;
  for (const { reason, proof } of listCauses(facts, debit).filter((cause) => cause.isThere)) {
    const refund = decideRefund(facts, reason, { kind: 'rule' });
    if (refund.ok) return proof === undefined ? refund.value : { ...refund.value, proof };
  }
  return undefined;
}

/**
 * A problem may have several tickets: what happens to one of them alone (removed, given to somebody else, handed back)
 * counts for the ticket that was charged; what tells of the problem (a duplicate, a defect) for each, and once: a charge
 * that an agent asks for afterwards is meant.
 */
function listCauses(
  { ticket, reading, ledger }: DecisionFacts,
  debit: Extract<Charge, { kind: 'debit' }>,
): Cause[] {
  const { mergedInto, defectTicketId, handedOverBy } = ticket;
  const isChargedTicket = debit.ticketId === ticket.id;
  const isFirst = (reason: RefundReason) => !ledger.refundReasons.includes(reason);
  return [
    { reason: 'ticket_removed', isThere: isChargedTicket && ticket.standing === 'removed' },
    {
      reason: 'duplicate',
      isThere:
        mergedInto !== undefined &&
        mergedInto.problemId !== ticket.problemId &&
        ledger.isMergeTargetCharged &&
        isFirst('duplicate'),
      proof: mergedInto && { mergedInto: mergedInto.ticketId },
    },
    {
      reason: 'software_defect',
      isThere: defectTicketId !== undefined && isFirst('software_defect'),
      proof: defectTicketId === undefined ? undefined : { defectTicketId },
    },
    {
      // Nobody can be made the requester of a closed ticket: there, only a link in billing has changed.
      reason: 'requester_changed',
      isThere:
        isChargedTicket &&
        ticket.standing === 'open' &&
        reading.kind === 'client' &&
        reading.facts.billingAccountId !== ledger.billingAccountId,
    },
    {
      // What an agent asked to be charged was not charged for its line.
      reason: 'wrong_line',
      isThere:
        isChargedTicket && !debit.isByAgent && ticket.line !== 'tech' && ticket.wasAnsweredByTech === false,
      proof: handedOverBy === undefined ? undefined : { handedOverBy },
    },
  ];
}
