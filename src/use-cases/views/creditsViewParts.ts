import type { ClientView, CreditsView, RefundRuleView } from '../../contract/creditsView';
import type { AccountFacts, IdentityGrade } from '../../domain/accounts/accountFacts';
import { countCentsToNextCredit } from '../../domain/entitlement/countEarnedCredits';
import { readCare } from '../../domain/line/readCare';
import { listPackPrices } from '../../domain/policy/listPackPrices';
import type { Policy } from '../../domain/policy/policy';
import { AGENT_REFUND_REASONS } from '../../domain/policy/refundReason';
import { fromCommandAction } from '../../domain/tickets/command';
import type { HandOverFacts } from '../../domain/tickets/decideHandOver';
import { toProblemId, toTicketId } from '../../domain/tickets/ticketFacts';
import type { AccountTotals } from '../ports/ledger';
import type { WaitingApproval } from '../ports/ledgerViews';
import type { StoredIdentity, StoredTicket } from '../ports/storedTicket';

/** The view of a client of whom nothing is known yet: what the policy and the clock alone say. */
export function toBaseView(policy: Policy, now: Date): ClientView {
  const { isOpen, changesAt } = readCare(policy.careHours, now);
  return {
    identity: { kind: 'unavailable' },
    partnerLevel: null,
    balance: null,
    spend: null,
    handOver: null,
    entries: [],
    entriesBefore: null,
    packs: listPackPrices(policy),
    buyUrl: policy.buyUrl,
    refundRules: AGENT_REFUND_REASONS.map((reason) => toRefundRule(policy, reason)),
    care: { isOpen, changesAt: changesAt ?? null, timeZone: policy.careHours.timeZone },
    billingReadAt: null,
    isBillingReachable: true,
    now: now.toISOString(),
  };
}

function toRefundRule(policy: Policy, reason: RefundRuleView['reason']): RefundRuleView {
  const { isAllowed, roles, groupIds, perPersonPerDay, freePerDay } = policy.refundReasons[reason];
  return { reason, isAllowed, roles, groupIds, perPersonPerDay, freePerDay };
}

/** Stands for a ticket that does not exist yet: no ticket has this id. */
const NEW_TICKET_ID = 'new';

/** What a new ticket of a requester would be to the rules. */
export function toNewTicket(requesterId: string): HandOverFacts['ticket'] {
  return { id: NEW_TICKET_ID, requesterId, problemId: toProblemId(NEW_TICKET_ID) };
}

/** A ticket that nothing was decided for yet. */
export function toNewTicketView(id: string, line: CreditsView['ticket']['line']): CreditsView['ticket'] {
  return {
    id,
    line,
    creditState: null,
    reason: null,
    continues: null,
    stateSince: null,
    toldAt: null,
    answer: null,
    approval: null,
  };
}

/** The ticket's line, charge and last answered command. */
export function toTicketView(
  stored: StoredTicket,
  approval: WaitingApproval | undefined,
): CreditsView['ticket'] {
  return {
    id: stored.ticketId,
    line: stored.line ?? null,
    creditState: stored.state.creditState,
    reason: stored.state.reason,
    continues: toContinued(stored),
    stateSince: stored.stateSince,
    toldAt: toToldAt(stored),
    answer: stored.answer
      ? {
          action: fromCommandAction(stored.answer.action),
          outcome: stored.answer.outcome,
          refusal: stored.answer.refusal ?? null,
          answeredAt: stored.answer.answeredAt,
        }
      : null,
    approval: approval ?? null,
  };
}

function toContinued({ problemId, ticketId }: StoredTicket): string | null {
  const first = toTicketId(problemId);
  return first === ticketId ? null : first;
}

function toToldAt({ shown, shownAt, state }: StoredTicket): string | null {
  const isShown = shown?.creditState === state.creditState && shown.reason === state.reason;
  return (isShown ? shownAt : undefined) ?? null;
}

/** A requester who is no known client. */
export function toIdentityView(
  identity: Exclude<StoredIdentity, { kind: 'client' }>,
): CreditsView['identity'] {
  return identity.kind === 'refused' ? { kind: 'refused', reason: identity.reason } : { kind: 'unavailable' };
}

/** What is shown of a known client, without the history. */
export function toClientParts(input: {
  grade: IdentityGrade;
  facts: AccountFacts;
  isReachable: boolean;
  totals: AccountTotals;
  policy: Policy;
}): Pick<
  ClientView,
  'identity' | 'partnerLevel' | 'balance' | 'spend' | 'billingReadAt' | 'isBillingReachable'
> {
  const { grade, facts, totals, policy } = input;
  return {
    identity: {
      kind: 'client',
      grade,
      billingAccountId: facts.billingAccountId,
      accountName: facts.accountName,
    },
    partnerLevel: facts.partnerLevel ?? null,
    balance: {
      availableCredits: totals.balanceCredits,
      earnedCredits: totals.earnedCredits,
      boughtCredits: totals.boughtCredits,
      usedCredits: totals.usedCredits,
      returnedCredits: totals.returnedCredits,
    },
    spend: {
      spendCents: facts.spendCents,
      centsToNextCredit: countCentsToNextCredit(facts.spendCents, policy),
      centsPerCredit: policy.spendCentsPerCredit,
    },
    billingReadAt: facts.readAt,
    isBillingReachable: input.isReachable,
  };
}
