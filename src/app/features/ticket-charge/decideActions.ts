import type { CreditsView } from '../../../contract/creditsView';
import { AGENT_REFUND_REASONS } from '../../../domain/policy/refundReason';
import type { AgentRefundReason } from '../../../domain/policy/refundReason';

/** What an agent may sensibly ask for now. The rules decide again in the bridge: this only keeps the screen short. */
export type OfferedActions = {
  /** A defect of ours comes first: it is the reason the rules promise to clients (R5). */
  refundReasons: AgentRefundReason[];
  canDebit: boolean;
  canWaive: boolean;
  canRecheck: boolean;
  /** A refund that another agent asked for waits; who may approve, the bridge knows. */
  canApprove: boolean;
  /** R4: a follow-up may turn out to be another problem. */
  canBeNewProblem: boolean;
};

/** Decides which actions make sense for the ticket as it is. */
export function decideActions(view: CreditsView): OfferedActions {
  const { creditState, line } = view.ticket;
  const isChargeable = creditState === 'held' || creditState === 'refunded' || creditState === 'free';
  return {
    refundReasons: creditState === 'debited' ? defectFirst(listAllowed(view)) : [],
    canDebit:
      isChargeable &&
      line === 'tech' &&
      view.ticket.reason !== 'link_required' &&
      (view.balance?.availableCredits ?? 0) > 0,
    // A waiver is written into the client's ledger, so there must be a client.
    canWaive: creditState === 'held' && view.identity.kind === 'client',
    canRecheck: creditState === 'held',
    canApprove: findAwaited(view) !== undefined,
    canBeNewProblem: view.ticket.continues !== null,
  };
}

/** The reason of a refund that waits for another agent's approval. */
export function findAwaited({ ticket }: CreditsView): AgentRefundReason | undefined {
  if (ticket.answer?.outcome !== 'awaiting_approval' || ticket.creditState !== 'debited') return undefined;
  return AGENT_REFUND_REASONS.find((reason) => ticket.answer?.action === `refund_${reason}`);
}

function listAllowed({ refundRules }: CreditsView): AgentRefundReason[] {
  return refundRules.filter(({ isAllowed }) => isAllowed).map(({ reason }) => reason);
}

function defectFirst(reasons: AgentRefundReason[]): AgentRefundReason[] {
  const others = reasons.filter((reason) => reason !== 'software_defect');
  return others.length < reasons.length ? ['software_defect', ...others] : others;
}
