import type { ClientEntry } from '../../contract/clientEntries';
import type { Speech } from '../words/createSpeech';

/** What an entry was, in the words that agents read. A reason that this script does not know leaves the kind alone. */
export function toEntryWords({ kind, reason }: ClientEntry, { t, find }: Speech): string {
  switch (kind) {
    case 'grant':
      return find(`history.grant.${reason}`) ?? t('history.grant.other');
    case 'waiver':
      return find(`history.waiver.${reason}`) ?? t('history.waiver.other');
    case 'refund': {
      const words = find(`reason.${reason}`);
      return words === undefined ? t('history.refund_other') : t('history.refund', { reason: words });
    }
    default:
      return t(`history.${kind}`);
  }
}
