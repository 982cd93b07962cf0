import type { RefundReason } from '../policy/refundReason';
import type { Policy } from '../policy/policy';
import type { Result } from '../result';
import type { TicketFacts } from '../tickets/ticketFacts';
import { toProblemId } from '../tickets/ticketFacts';
import type { LedgerView } from './ledgerView';
import type { Actor, NewEntry } from './newEntry';

/** Why a credit is not returned. */
export type RefundRefusal = 'nothing_to_refund' | 'already_refunded' | 'reason_switched_off';

/**
 * Returns the open debit of the ticket's problem to the grants it was recorded to have taken from (R5): what was
 * recorded, not today's burn order.
 */
export function decideRefund(
  ticket: TicketFacts,
  ledger: LedgerView,
  policy: Policy,
  reason: RefundReason,
  actor: Actor,
): Result<Extract<NewEntry, { kind: 'refund' }>, RefundRefusal> {
  if (!policy.refundReasons[reason]) return { ok: false, reason: 'reason_switched_off' };
  const debit = ledger.openCharge;
  if (debit?.kind !== 'debit')
    return {
      ok: false,
      reason: ledger.refundReason === undefined ? 'nothing_to_refund' : 'already_refunded',
    };
  return {
    ok: true,
    value: {
      kind: 'refund',
      key: `refund:${debit.key}`,
      debitKey: debit.key,
      problemId: toProblemId(ticket.id),
      ticketId: ticket.id,
      amountCredits: debit.amountCredits,
      allocations: debit.allocations,
      reason,
      actor,
    },
  };
}
