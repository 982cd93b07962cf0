import type { CreditsView } from '../../../contract/creditsView';
import type { I18n } from '../../shared/i18n/I18nContext';

/**
 * This ticket's charge and its reason in words. State and reason are put together, so every pair of the contract has
 * a sentence; the types of the two keys prove that no word is missing.
 */
export function toChargeSentence(view: CreditsView, { t, format }: I18n): string {
  const { creditState, reason, stateSince } = view.ticket;
  if (!creditState) return t('charge.deciding');
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

/** Same day in the browser's zone, as the agent counts days. */
function isSameDay(left: string, right: string): boolean {
  return new Date(left).toDateString() === new Date(right).toDateString();
}
