import type { CreditsView } from '../../../contract/creditsView';
import type { AgentRefundReason } from '../../../domain/policy/refundReason';

/** What an agent may sensibly ask for now. The rules decide again in the bridge: this only keeps the screen short. */
export type OfferedActions = {
  /** A defect of ours comes first: it is the reason the rules promise to clients (R5). */
  refundReasons: AgentRefundReason[];
  canDebit: boolean;
  canWaive: boolean;
  canRecheck: boolean;
};

/** Decides which actions make sense for the ticket as it is. */
export function decideActions(view: CreditsView): OfferedActions {
  const { creditState, line } = view.ticket;
  const isChargeable = creditState === 'held' || creditState === 'refunded' || creditState === 'free';
  return {
    refundReasons: creditState === 'debited' ? defectFirst(view.refundReasons) : [],
    canDebit:
      isChargeable &&
      line === 'tech' &&
      view.ticket.reason !== 'link_required' &&
      (view.balance?.availableCredits ?? 0) > 0,
    // A waiver is written into the client's ledger, so there must be a client.
    canWaive: creditState === 'held' && view.identity.kind === 'client',
    canRecheck: creditState === 'held',
  };
}

function defectFirst(reasons: AgentRefundReason[]): AgentRefundReason[] {
  const others = reasons.filter((reason) => reason !== 'software_defect');
  return others.length < reasons.length ? ['software_defect', ...others] : others;
}
