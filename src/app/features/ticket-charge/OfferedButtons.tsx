import { useId, useState } from 'react';
import { fromCommandAction } from '../../../domain/tickets/command';
import type { CommandAction } from '../../../domain/tickets/command';
import { useI18n } from '../../shared/i18n/useI18n';
import { ActionStack } from './ActionStack';
import type { OfferedActions } from './decideActions';
import { FocusableButton } from './FocusableButton';

type OfferedButtonsProps = {
  offered: OfferedActions;
  /** The action that was just cancelled: its button gets the keyboard back. */
  cancelled: CommandAction | undefined;
  onAsk: (action: CommandAction) => void;
};

/**
 * The actions that make sense now. Further reasons open in place: a menu would be cut off at the edge of the frame.
 */
export function OfferedButtons({ offered, cancelled, onAsk }: OfferedButtonsProps) {
  const { t, format } = useI18n();
  const [first, ...others] = offered.refundReasons;
  const cancelledValue = cancelled && fromCommandAction(cancelled);
  const [isOpen, setIsOpen] = useState(() => others.some((reason) => cancelledValue === `refund_${reason}`));
  const othersId = useId();
  const toButton = (action: CommandAction, label: string) => (
    <FocusableButton
      key={label}
      isFocusedAtFirst={cancelledValue === fromCommandAction(action)}
      onClick={() => onAsk(action)}
    >
      {label}
    </FocusableButton>
  );
  if (!hasAny(offered)) return null;
  return (
    <ActionStack role="group" aria-label={t('action.heading')}>
      {offered.canApprove && toButton({ kind: 'approve' }, t('action.approve'))}
      {offered.canDebit && toButton({ kind: 'debit' }, t('action.debit'))}
      {first &&
        toButton(
          { kind: 'refund', reason: first },
          t('action.refund', { reason: t(`charge.reason.${first}`) }),
        )}
      {others.length > 0 && (
        <FocusableButton
          isBasic
          aria-expanded={isOpen}
          aria-controls={othersId}
          onClick={() => setIsOpen((before) => !before)}
        >
          {t('action.refund_other')}
        </FocusableButton>
      )}
      {others.length > 0 && (
        <ActionStack id={othersId} role="group" aria-label={t('action.refund_other')} hidden={!isOpen}>
          {others.map((reason) =>
            toButton({ kind: 'refund', reason }, format.sentence(t(`charge.reason.${reason}`))),
          )}
        </ActionStack>
      )}
      {offered.canRecheck && toButton({ kind: 'recheck' }, t('action.recheck'))}
      {offered.canWaive && toButton({ kind: 'waive' }, t('action.waive'))}
      {offered.canBeNewProblem && toButton({ kind: 'new_problem' }, t('action.new_problem'))}
    </ActionStack>
  );
}

function hasAny({ refundReasons, ...others }: OfferedActions): boolean {
  return refundReasons.length > 0 || Object.values(others).some(Boolean);
}
