import type { EntryView } from '../../../contract/entryView';
import { GRANT_SOURCES } from '../../../domain/credits/grant';
import { REFUND_REASONS } from '../../../domain/policy/refundReason';
import type { MoreSpeech } from '../../shared/i18n/moreI18n';

/** What an entry was, in words. A reason that this version does not know leaves the kind alone. */
export function toEntryWords(entry: EntryView, t: MoreSpeech['t']): string {
  switch (entry.kind) {
    case 'grant': {
      const source = GRANT_SOURCES.find((known) => known === entry.reason);
      return t(`history.grant.${source ?? 'other'}`);
    }
    case 'waiver':
      return t(
        `history.waiver.${entry.reason === 'partner' || entry.reason === 'agent' ? entry.reason : 'other'}`,
      );
    case 'refund': {
      const reason = REFUND_REASONS.find((known) => known === entry.reason);
      return reason
        ? t('history.refund', { reason: t(`charge.reason.${reason}`) })
        : t('history.refund_other');
    }
    default:
      return t(`history.${entry.kind}`);
  }
}
