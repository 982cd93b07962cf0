import { Dots } from '@zendeskgarden/react-loaders';
import type { CreditsView } from '../../../contract/creditsView';
import { useI18n } from '../../shared/i18n/useI18n';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { ActionStack } from './ActionStack';
import { ConfirmAction } from './ConfirmAction';
import { decideActions } from './decideActions';
import { FocusableButton } from './FocusableButton';
import { OfferedButtons } from './OfferedButtons';
import { useCreditAction } from './useCreditAction';
import type { CreditActionCalls } from './useCreditAction';

type CreditActionsProps = { view: CreditsView; calls: CreditActionCalls };

/** The agent's actions on this ticket's credit, with the way from asking to answer. */
export function CreditActions({ view, calls }: CreditActionsProps) {
  const { t } = useI18n();
  const { phase, notice, ask, send, cancel } = useCreditAction(view, calls);
  const offered = decideActions(view);
  const hasOffers =
    offered.refundReasons.length > 0 || offered.canDebit || offered.canWaive || offered.canRecheck;
  return (
    <>
      {phase.kind === 'idle' && hasOffers && (
        <OfferedButtons offered={offered} cancelled={phase.cancelled} onAsk={ask} />
      )}
      {phase.kind === 'confirming' && (
        <ConfirmAction
          action={phase.action}
          onConfirm={() => void send(phase.action)}
          onCancel={() => cancel(phase.action)}
        />
      )}
      {(phase.kind === 'sending' || phase.kind === 'waiting') && (
        <ActionStack>
          {/* Not `disabled`: that would throw the keyboard out of the panel. */}
          <FocusableButton isFocusedAtFirst aria-disabled="true">
            <Dots size="1.2em" aria-hidden="true" /> {t(`action.${phase.kind}`)}
          </FocusableButton>
        </ActionStack>
      )}
      <NoticeArea notice={notice} isFocused />
    </>
  );
}
