import type { TicketAsking } from '../../api/TicketAsking';
import type { I18n } from '../../shared/i18n/I18nContext';
import type { Notice } from '../../shared/notifications/Notice';
import type { Outcome } from './decideOutcome';

/** Says how an asking ended; `outcome` is undefined when no answer came in time. */
export function toOutcomeNotice(t: I18n['t'], asking: TicketAsking, outcome: Outcome | undefined): Notice {
  if (!outcome) return { tone: 'info', title: t('action.slow') };
  if (outcome.kind === 'done') return { tone: 'success', title: t(`action.done.${asking.kind}`) };
  if (outcome.kind === 'awaiting_approval') return { tone: 'info', title: t('action.awaiting_approval') };
  if (outcome.kind === 'unchanged') return { tone: 'info', title: t('action.unchanged') };
  if (!outcome.refusal) return { tone: 'warning', title: t('action.refused_plain') };
  return { tone: 'warning', title: t('action.refused', { refusal: t(`action.refusal.${outcome.refusal}`) }) };
}
