import { TicketWriteError } from '../../api/TicketWriteError';
import type { I18n } from '../../shared/i18n/I18nContext';
import type { Notice } from '../../shared/notifications/Notice';

/** Says why the ticket could not be written, and what the agent can do about it. */
export function toFailureNotice(t: I18n['t'], failure: unknown): Notice {
  const code = failure instanceof TicketWriteError ? failure.code : 'zendesk_unreachable';
  return { tone: 'error', title: t('action.failed.title'), text: t(`action.failed.${code}`) };
}
