import type { CreditsView } from '../../../contract/creditsView';
import { HOLD_REASONS } from '../../../domain/tickets/creditState';
import type { I18n } from '../../shared/i18n/I18nContext';

/** What the agent can do about a ticket that waits for something; undefined when nothing is to be done. */
export function toAdvice({ ticket, identity }: CreditsView, t: I18n['t']): string | undefined {
  if (ticket.creditState === 'pending') {
    if (ticket.reason === 'billing_misconfigured') return t('advice.billing_misconfigured');
    return t('advice.billing_unavailable');
  }
  const holdReason = HOLD_REASONS.find((reason) => reason === ticket.reason);
  if (ticket.creditState !== 'held' || !holdReason) return undefined;
  // The client's part of the screen says it already.
  if (identity.kind === 'refused' && identity.reason === holdReason) return undefined;
  return t(`advice.${holdReason}`);
}
