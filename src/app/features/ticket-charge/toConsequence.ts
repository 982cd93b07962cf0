import type { ClientView, CreditsView, RefundRuleView } from '../../../contract/creditsView';
import type { TicketAsking } from '../../api/TicketAsking';
import type { Speech } from '../../shared/i18n/I18nContext';

/** What will come of an asking, said before it is confirmed; undefined when the question says it all. */
export function toConsequence(
  asking: TicketAsking,
  view: CreditsView,
  { t, format }: Speech,
): string | undefined {
  switch (asking.kind) {
    case 'hand_over':
      return view.ticket.creditState === 'debited'
        ? t('cost.hand_over.paid')
        : toHandOverCost(view, { t, format });
    case 'hand_back':
      return view.ticket.creditState === 'debited' ? t('cost.hand_back.debited') : t('cost.hand_back.free');
    case 'refund': {
      const rule = view.refundRules.find(({ reason }) => reason === asking.reason);
      const why = format.sentence(t(`charge.reason.${asking.reason}`));
      return rule && needsApproval(rule) ? `${why}. ${t('reason.approval.all')}` : why;
    }
    case 'new_problem':
      return t('cost.new_problem', { id: view.ticket.continues ?? '' });
    default:
      return undefined;
  }
}

/** What technical support would cost this client, by what is known now: the bridge decides again then. */
export function toHandOverCost({ handOver, balance }: ClientView, { t }: Speech): string {
  if (!handOver) return t('cost.hand_over.unknown');
  const { creditState, reason } = handOver;
  if (creditState === 'debited') {
    const available = balance?.availableCredits ?? 0;
    if (available === 1) return t('cost.hand_over.last');
    return available > 0 ? t('cost.hand_over.debited', { count: available }) : t('cost.hand_over.overdraft');
  }
  if (creditState === 'held' && reason === 'no_credits') return t('cost.hand_over.no_credits');
  return t(`cost.hand_over.${creditState}`, { reason: t(`charge.reason.${reason}`) });
}

function needsApproval({ freePerDay }: RefundRuleView): boolean {
  return freePerDay === 0;
}
