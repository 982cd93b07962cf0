import type { Policy } from '../policy/policy';
import { isAgentRefundReason } from '../policy/refundReason';
import type { RefundReason } from '../policy/refundReason';
import type { Result } from '../result';
import type { TicketFacts } from '../tickets/ticketFacts';
import type { Charge, ChargeAllocation, LedgerView } from './ledgerView';
import type { Actor, RefundEntry } from './newEntry';

/** Why a credit is not returned. */
export type RefundRefusal = 'nothing_to_refund' | 'already_refunded' | 'reason_switched_off';

/**
 * Returns the open debit of the ticket's problem to the grants it was recorded to have taken from (R5): what was
 * recorded, not today's burn order. A grant that has ended meanwhile takes credits again for `refundGraceDays`.
 */
export function decideRefund(
  facts: { ticket: TicketFacts; ledger: LedgerView; policy: Policy; now: string },
  reason: RefundReason,
  actor: Actor,
): Result<RefundEntry, RefundRefusal> {
  const { ledger, policy } = facts;
  if (isAgentRefundReason(reason) && !policy.refundReasons[reason].isAllowed)
    return { ok: false, reason: 'reason_switched_off' };
  const debit = ledger.openCharge;
  if (debit?.kind !== 'debit') {
    return {
      ok: false,
      reason: ledger.refundReason === undefined ? 'nothing_to_refund' : 'already_refunded',
    };
  }
  return { ok: true, value: toRefund(facts, debit, reason, actor) };
}

/** The return of `debit`, whether the policy allows it or not. `now` is when the credit goes back. */
export function toRefund(
  facts: {
    ticket: Pick<TicketFacts, 'id' | 'problemId'>;
    ledger: Pick<LedgerView, 'book'>;
    policy: Pick<Policy, 'refundGraceDays'>;
    now: string;
  },
  debit: Extract<Charge, { kind: 'debit' }>,
  reason: RefundReason,
  actor: Actor,
): RefundEntry {
  const { ticket } = facts;
  return {
    kind: 'refund',
    key: `refund:${debit.key}`,
    debitKey: debit.key,
    problemId: ticket.problemId,
    ticketId: ticket.id,
    amountCredits: debit.amountCredits,
    allocations: debit.allocations.map(({ grantKey, amountCredits }) => ({ grantKey, amountCredits })),
    reopens: decideReopens(debit.allocations, facts),
    reason,
    actor,
  };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * New ends for the grants that are given back to. A grant in which nothing is left may have ended already by another
 * clock, ahead of `now`: its end moves on by the least step, so that the key of its next expiry is a new one.
 */
function decideReopens(
  allocations: readonly ChargeAllocation[],
  {
    ledger,
    policy,
    now,
  }: { ledger: Pick<LedgerView, 'book'>; policy: Pick<Policy, 'refundGraceDays'>; now: string },
): RefundEntry['reopens'] {
  return allocations.flatMap(({ grantKey, expiresAt: recordedEnd }) => {
    // An earlier decision of the same transaction may have given back to it already, and moved its end.
    const grant = ledger.book.grants.find((each) => each.key === grantKey);
    const expiresAt = grant === undefined ? recordedEnd : grant.expiresAt;
    if (expiresAt === undefined) return [];
    const isEnded = expiresAt <= now;
    const isEmpty = grant === undefined || grant.remainingCredits === 0;
    if (!isEnded && !isEmpty) return [];
    const graceEndMs = isEnded ? Date.parse(now) + policy.refundGraceDays * DAY_MS : 0;
    const endMs = Math.max(graceEndMs, Date.parse(expiresAt) + 1);
    return { grantKey, expiresAt: new Date(endMs).toISOString() };
  });
}
