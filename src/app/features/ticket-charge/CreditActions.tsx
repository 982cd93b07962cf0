import { useEffect } from 'react';
import type { CreditsView } from '../../../contract/creditsView';
import { useI18n } from '../../shared/i18n/useI18n';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { ActionStack } from './ActionStack';
import { ConfirmAction } from './ConfirmAction';
import { decideActions, isOffered } from './decideActions';
import type { Asker } from './decideActions';
import { FocusableButton } from './FocusableButton';
import { OfferedButtons } from './OfferedButtons';
import { ProgressLabel } from './ProgressLabel';
import { toClientKey } from './toClientKey';
import { useCreditAction } from './useCreditAction';
import type { CreditActionCalls } from './useCreditAction';

type CreditActionsProps = { view: CreditsView; asker: Asker; calls: CreditActionCalls };

/** The agent's actions on this ticket, with the way from asking to answer. */
export function CreditActions({ view, asker, calls }: CreditActionsProps) {
  const { t } = useI18n();
  const { phase, notice, ask, send, cancel, withdraw } = useCreditAction(view, calls);
  const offered = decideActions(view, asker);
  // Another client is another question: what was asked about the one before must not be confirmed for this one.
  const isOvertaken =
    phase.kind === 'confirming' &&
    (phase.clientKey !== toClientKey(view) || !isOffered(phase.asking, offered));
  useEffect(() => {
    if (isOvertaken) withdraw();
  });
  if (phase.kind === 'idle') {
    return (
      <>
        <OfferedButtons offered={offered} cancelled={phase.cancelled} onAsk={ask} />
        <NoticeArea notice={notice} isFocused />
      </>
    );
  }
  const { asking } = phase;
  const progress = phase.kind === 'confirming' ? undefined : t(`action.${phase.kind}`);
  return (
    <>
      {asking.kind === 'recheck' ? (
        <ActionStack>
          <FocusableButton isFocusedAtFirst aria-disabled="true">
            <ProgressLabel text={progress ?? ''} />
          </FocusableButton>
        </ActionStack>
      ) : (
        <ConfirmAction
          asking={asking}
          view={view}
          progress={progress}
          onConfirm={() => void send(asking)}
          onCancel={() => cancel(asking)}
        />
      )}
      <NoticeArea notice={notice} isFocused />
    </>
  );
}
