import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { fromCommandAction } from '../../../domain/tickets/command';
import { toFieldValue } from '../../api/TicketAsking';
import type { TicketAsking } from '../../api/TicketAsking';
import { useI18n } from '../../shared/i18n/useI18n';
import { ActionStack } from './ActionStack';
import { BarredButton } from './BarredButton';
import type { OfferedActions } from './decideActions';
import { FocusableButton } from './FocusableButton';
import { ReasonButtons } from './ReasonButtons';

type OfferedButtonsProps = {
  offered: OfferedActions;
  /** The asking that was just cancelled: its button gets the keyboard back. */
  cancelled: TicketAsking | undefined;
  onAsk: (asking: TicketAsking) => void;
};

/**
 * The actions that make sense now, in the order of use. Further reasons open in place: a menu would be cut off at the
 * edge of the frame.
 */
export function OfferedButtons({ offered, cancelled, onAsk }: OfferedButtonsProps) {
  const { t } = useI18n();
  const [first, ...others] = offered.refunds;
  const cancelledValue = cancelled && toFieldValue(cancelled).value;
  const isOther = others.some(
    ({ reason }) => cancelled?.kind === 'refund' && fromCommandAction(cancelled) === `refund_${reason}`,
  );
  const [isOpen, setIsOpen] = useState(isOther);
  const othersId = useId();
  const toButton = (asking: TicketAsking, label: string): ReactNode => (
    <FocusableButton
      key={label}
      isFocusedAtFirst={cancelledValue === toFieldValue(asking).value}
      onClick={() => onAsk(asking)}
    >
      {label}
    </FocusableButton>
  );
  if (!hasAny(offered)) return null;
  // A first reason that this agent may not use goes among the others, where it says why.
  const isFirstFree = first !== undefined && first.barrier === undefined;
  const listed = isFirstFree ? others : offered.refunds;
  return (
    <ActionStack role="group" aria-label={t('action.heading')}>
      {offered.canHandOver && toButton({ kind: 'hand_over' }, t('action.hand_over'))}
      {offered.canHandBack && toButton({ kind: 'hand_back' }, t('action.hand_back'))}
      {isFirstFree &&
        toButton(
          { kind: 'refund', reason: first.reason },
          t('action.refund', { reason: t(`charge.reason.${first.reason}`) }),
        )}
      {listed.length > 0 && (
        <FocusableButton
          isBasic
          aria-expanded={isOpen}
          aria-controls={othersId}
          onClick={() => setIsOpen((before) => !before)}
        >
          {isFirstFree ? t('action.refund_other') : t('action.refund_reasons')}
        </FocusableButton>
      )}
      {listed.length > 0 && (
        <ActionStack id={othersId} role="group" aria-label={t('action.refund_reasons')} hidden={!isOpen}>
          <ReasonButtons refunds={listed} toButton={toButton} />
        </ActionStack>
      )}
      {offered.canDebit && toButton({ kind: 'debit' }, t('action.debit'))}
      {offered.canBeNewProblem && toButton({ kind: 'new_problem' }, t('action.new_problem'))}
      {offered.approval?.isOwn === false && toButton({ kind: 'approve' }, t('action.approve'))}
      {offered.approval?.isOwn && (
        <BarredButton label={t('action.approve')} why={t('reason.barrier.own_asking')} />
      )}
      {offered.canRecheck && toButton({ kind: 'recheck' }, t('action.recheck'))}
      {offered.canWaive && toButton({ kind: 'waive' }, t('action.waive'))}
    </ActionStack>
  );
}

function hasAny({ refunds, ...others }: OfferedActions): boolean {
  return refunds.length > 0 || Object.values(others).some(Boolean);
}
