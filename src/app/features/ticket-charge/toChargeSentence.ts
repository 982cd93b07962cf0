import type { CreditsView } from '../../../contract/creditsView';
import type { Speech } from '../../shared/i18n/I18nContext';

/**
 * This ticket's charge and its reason in words. State and reason are put together, so every pair of the contract has
 * a sentence; the types of the two keys prove that no word is missing.
 */
export function toChargeSentence(view: CreditsView, i18n: Speech): string {
  const { t } = i18n;
  const { creditState } = view.ticket;
  if (!creditState) return t('charge.deciding');
  const addition = toAddition(view, i18n);
  const sentence = toStateSentence(view, creditState, i18n);
  return addition === undefined ? sentence : t('charge.and', { sentence, addition });
}

function toStateSentence(
  view: CreditsView,
  creditState: NonNullable<CreditsView['ticket']['creditState']>,
  { t, format }: Speech,
): string {
  const { reason, stateSince } = view.ticket;
  const state = t(`charge.state.${creditState}`);
  if (creditState === 'debited' && reason === 'charged' && stateSince) {
    return isSameDay(stateSince, view.now)
      ? t('charge.at_time', { state, time: format.time(stateSince) })
      : t('charge.on_date', { state, date: format.dayAndTime(stateSince) });
  }
  if (!reason) return state;
  if (reason === 'partner' && view.partnerLevel) {
    return t('charge.because', { state, reason: t('charge.partner_level', { level: view.partnerLevel }) });
  }
  return t('charge.because', { state, reason: t(`charge.reason.${reason}`) });
}

/** After a debit what is left; while a ticket is held for want of credits, whether the client knows. */
function toAddition({ ticket, balance }: CreditsView, { t, format }: Speech): string | undefined {
  if (ticket.creditState === 'debited' && balance) {
    const count = balance.availableCredits;
    return t('charge.left', { count, credits: format.credits(count) });
  }
  if (ticket.creditState !== 'held' || ticket.reason !== 'no_credits') return undefined;
  return ticket.toldAt ? t('charge.told', { when: format.dayAndTime(ticket.toldAt) }) : t('charge.not_told');
}

/** Same day in the browser's zone, as the agent counts days. */
function isSameDay(left: string, right: string): boolean {
  return new Date(left).toDateString() === new Date(right).toDateString();
}
