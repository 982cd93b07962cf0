import type { ShadowTicket } from '../../../contract/shadow';
import { STATE_REASONS } from '../../../contract/stateReason';
import type { AdminSpeech } from '../../shared/i18n/adminI18n';

/** What either did with the ticket, in words. A reason that this version does not know is left out. */
export function toShadowWords(ticket: ShadowTicket, { t }: AdminSpeech): { bridge: string; staff: string } {
  const state = t(`charge.state.${ticket.creditState}`);
  const reason = STATE_REASONS.find((known) => known === ticket.reason);
  return {
    bridge:
      reason === undefined ? state : t('charge.because', { state, reason: t(`charge.reason.${reason}`) }),
    staff: toStaffWords(ticket, { t }),
  };
}

function toStaffWords({ isTakenByStaff, staffValue }: ShadowTicket, { t }: Pick<AdminSpeech, 't'>): string {
  if (isTakenByStaff === null) return t('shadow.staff.unknown');
  const sentence = isTakenByStaff ? t('shadow.staff.taken') : t('shadow.staff.not_taken');
  return staffValue === null ? sentence : t('shadow.staff.noted', { sentence, value: staffValue });
}
