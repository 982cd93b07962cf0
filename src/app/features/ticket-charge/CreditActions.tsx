import type { CreditsView } from '../../../contract/creditsView';
import { useI18n } from '../../shared/i18n/useI18n';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { ActionStack } from './ActionStack';
import { ConfirmAction } from './ConfirmAction';
import { decideActions } from './decideActions';
import { FocusableButton } from './FocusableButton';
import { OfferedButtons } from './OfferedButtons';
import { ProgressLabel } from './ProgressLabel';
import { useCreditAction } from './useCreditAction';
import type { CreditActionCalls } from './useCreditAction';

type CreditActionsProps = { view: CreditsView; calls: CreditActionCalls };

/** The agent's actions on this ticket's credit, with the way from asking to answer. */
export function CreditActions({ view, calls }: CreditActionsProps) {
  const { t } = useI18n();
  const { phase, notice, ask, send, cancel } = useCreditAction(view, calls);
  if (phase.kind === 'idle') {
    return (
      <>
        <OfferedButtons offered={decideActions(view)} cancelled={phase.cancelled} onAsk={ask} />
        <NoticeArea notice={notice} isFocused />
      </>
    );
  }
  const { action } = phase;
  const progress = phase.kind === 'confirming' ? undefined : t(`action.${phase.kind}`);
  return (
    <>
      {action.kind === 'recheck' ? (
        <ActionStack>
          <FocusableButton isFocusedAtFirst aria-disabled="true">
            <ProgressLabel text={progress ?? ''} />
          </FocusableButton>
        </ActionStack>
      ) : (
        <ConfirmAction
          action={action}
          progress={progress}
          onConfirm={() => void send(action)}
          onCancel={() => cancel(action)}
        />
      )}
      <NoticeArea notice={notice} isFocused />
    </>
  );
}
