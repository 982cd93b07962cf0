import type { CreditsView, RefundRuleView } from '../../../contract/creditsView';
import type { AgentRefundReason } from '../../../domain/policy/refundReason';
import type { TicketAsking } from '../../api/TicketAsking';
import type { Agent } from '../../zaf/readAgent';

/** Why this agent may not use a reason. */
export type RefundBarrier = 'switched_off' | 'role' | 'group';

/** One reason to return the credit, and what stands in its way for this agent. */
export type OfferedRefund = {
  reason: AgentRefundReason;
  barrier: RefundBarrier | undefined;
  rule: RefundRuleView;
};

/** What an agent may sensibly ask for now. The rules decide again in the bridge: this only keeps the screen short. */
export type OfferedActions = {
  canHandOver: boolean;
  canHandBack: boolean;
  /** A defect of ours comes first: it is the reason the rules promise to clients (R5). Those in the way come last. */
  refunds: OfferedRefund[];
  canDebit: boolean;
  /** R4: a follow-up may turn out to be another problem. */
  canBeNewProblem: boolean;
  /** A return that another agent asked for waits; `isOwn`: this agent asked, so somebody else has to approve. */
  approval: { isOwn: boolean } | undefined;
  canRecheck: boolean;
  canWaive: boolean;
};

/** Who asks, and whether this installation has the field by which a line is changed. */
export type Asker = { agent: Agent; canChangeLine: boolean };

/** Decides which actions make sense for the ticket as it is. */
export function decideActions(view: CreditsView, { agent, canChangeLine }: Asker): OfferedActions {
  const { creditState, line, approval } = view.ticket;
  const isChargeable = creditState === 'held' || creditState === 'refunded' || creditState === 'free';
  return {
    canHandOver: canChangeLine && line !== 'tech',
    canHandBack: canChangeLine && line === 'tech',
    refunds: creditState === 'debited' ? listRefunds(view, agent) : [],
    canDebit:
      isChargeable &&
      line === 'tech' &&
      view.ticket.reason !== 'link_required' &&
      (view.balance?.availableCredits ?? 0) > 0,
    canBeNewProblem: view.ticket.continues !== null,
    approval: approval ? { isOwn: approval.askedBy === agent.id } : undefined,
    canRecheck: creditState === 'held' || creditState === 'pending',
    // A waiver is written into the client's ledger, so there must be a client.
    canWaive: creditState === 'held' && view.identity.kind === 'client',
  };
}

/** Whether an asking still makes sense: another agent may have been faster. */
export function isOffered(asking: TicketAsking, offered: OfferedActions): boolean {
  switch (asking.kind) {
    case 'hand_over':
      return offered.canHandOver;
    case 'hand_back':
      return offered.canHandBack;
    case 'refund':
      return offered.refunds.some(({ reason }) => reason === asking.reason);
    case 'debit':
      return offered.canDebit;
    case 'new_problem':
      return offered.canBeNewProblem;
    case 'approve':
      return offered.approval !== undefined;
    case 'recheck':
      return offered.canRecheck;
    case 'waive':
      return offered.canWaive;
  }
}

function listRefunds({ refundRules }: CreditsView, agent: Agent): OfferedRefund[] {
  const refunds = refundRules.map((rule) => ({
    reason: rule.reason,
    barrier: findBarrier(rule, agent),
    rule,
  }));
  const rank = ({ reason, barrier }: OfferedRefund) =>
    barrier !== undefined ? 2 : reason === 'software_defect' ? 0 : 1;
  return refunds.sort((left, right) => rank(left) - rank(right));
}

/** What Zendesk did not tell of the agent stands in nobody's way: the bridge knows. */
function findBarrier(
  { isAllowed, roles, groupIds }: RefundRuleView,
  agent: Agent,
): RefundBarrier | undefined {
  if (!isAllowed) return 'switched_off';
  if (agent.role === undefined || roles.includes(agent.role)) return undefined;
  if (groupIds.length === 0) return 'role';
  if (agent.groupIds === undefined) return undefined;
  return groupIds.some((id) => agent.groupIds?.includes(id)) ? undefined : 'group';
}
