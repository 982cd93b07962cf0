import type { CreditsView } from '../contract/creditsView';
import type { AccountFacts, IdentityGrade } from '../domain/accounts/accountFacts';
import { countCentsToNextCredit } from '../domain/entitlement/countEarnedCredits';
import { listPackPrices } from '../domain/policy/listPackPrices';
import type { Policy } from '../domain/policy/policy';
import { AGENT_REFUND_REASONS } from '../domain/policy/refundReason';
import { fromCommandAction } from '../domain/tickets/command';
import { toTicketId } from '../domain/tickets/ticketFacts';
import type { AccountTotals, RecordedEntry } from './ports/ledger';
import type { StoredIdentity, StoredTicket } from './ports/storedTicket';

/** The view of a ticket of which nothing is known yet: what the policy alone says. */
export function toBaseView(policy: Policy, now: Date): CreditsView {
  return {
    ticket: {
      id: '',
      line: null,
      creditState: null,
      reason: null,
      continues: null,
      stateSince: null,
      answer: null,
    },
    identity: { kind: 'unavailable' },
    partnerLevel: null,
    balance: null,
    spend: null,
    entries: [],
    packs: listPackPrices(policy),
    buyUrl: policy.buyUrl,
    refundReasons: AGENT_REFUND_REASONS.filter((reason) => policy.refundReasons[reason].isAllowed),
    billingReadAt: null,
    isBillingReachable: true,
    now: now.toISOString(),
  };
}

/** The ticket's line, charge and last answered command. */
export function toTicketView(stored: StoredTicket): CreditsView['ticket'] {
  return {
    id: stored.ticketId,
    line: stored.line ?? null,
    creditState: stored.state.creditState,
    reason: stored.state.reason,
    continues: toContinued(stored),
    stateSince: stored.stateSince,
    answer: stored.answer
      ? {
          action: fromCommandAction(stored.answer.action),
          outcome: stored.answer.outcome,
          refusal: stored.answer.refusal ?? null,
          answeredAt: stored.answer.answeredAt,
        }
      : null,
  };
}

function toContinued({ problemId, ticketId }: StoredTicket): string | null {
  const first = toTicketId(problemId);
  return first === ticketId ? null : first;
}

/** A requester who is no known client. */
export function toIdentityView(
  identity: Exclude<StoredIdentity, { kind: 'client' }>,
): CreditsView['identity'] {
  return identity.kind === 'refused' ? { kind: 'refused', reason: identity.reason } : { kind: 'unavailable' };
}

/** What is shown of a known client. */
export function toClientParts(input: {
  grade: IdentityGrade;
  facts: AccountFacts;
  isReachable: boolean;
  totals: AccountTotals;
  entries: RecordedEntry[];
  policy: Policy;
}): Partial<CreditsView> {
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
    entries: input.entries.map((entry) => ({ ...entry, ticketId: entry.ticketId ?? null })),
    billingReadAt: facts.readAt,
    isBillingReachable: input.isReachable,
  };
}
