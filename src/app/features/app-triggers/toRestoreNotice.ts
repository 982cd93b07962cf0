import type { RestoreOutcome } from '../../api/admin/restoreTrigger';
import type { AdminSpeech } from '../../shared/i18n/adminI18n';
import type { Notice } from '../../shared/notifications/Notice';

/** What came of restoring. */
export function toRestoreNotice(
  { kind, wasMissing }: { kind: RestoreOutcome; wasMissing: boolean },
  { t }: AdminSpeech,
): Notice {
  if (kind !== 'restored') {
    return { tone: 'error', title: t('triggers.failed.title'), text: t(`triggers.failed.${kind}`) };
  }
  return { tone: 'success', title: wasMissing ? t('triggers.done.made') : t('triggers.done.restored') };
}
