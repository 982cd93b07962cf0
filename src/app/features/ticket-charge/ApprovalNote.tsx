import type { CreditsView } from '../../../contract/creditsView';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';
import { useNames } from '../../shared/people/useNames';

type ApprovalNoteProps = { approval: NonNullable<CreditsView['ticket']['approval']> };

/** A return that waits: who asked for it, when, and for which reason. */
export function ApprovalNote({ approval }: ApprovalNoteProps) {
  const { t, format } = useI18n();
  const names = useNames([approval.askedBy]);
  return (
    <SubtleText>
      {t('advice.awaiting_approval', {
        who: names.get(approval.askedBy) ?? t('people.unnamed', { id: approval.askedBy }),
        when: format.dayAndTime(approval.askedAt),
        reason: t(`charge.reason.${approval.reason}`),
      })}
    </SubtleText>
  );
}
