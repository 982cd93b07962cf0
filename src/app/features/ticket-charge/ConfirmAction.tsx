import { useId } from 'react';
import styled from 'styled-components';
import type { CommandAction } from '../../../domain/tickets/command';
import { useI18n } from '../../shared/i18n/useI18n';
import { ActionStack } from './ActionStack';
import { FocusableButton } from './FocusableButton';

type ConfirmActionProps = {
  action: Exclude<CommandAction, { kind: 'recheck' }>;
  onConfirm: () => void;
  onCancel: () => void;
};

const StyledQuestion = styled.p`
  margin: 0;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

const StyledAnswers = styled.div`
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 8px;
`;

/** Asks once more, in the place of the buttons; Escape cancels. */
export function ConfirmAction({ action, onConfirm, onCancel }: ConfirmActionProps) {
  const { t } = useI18n();
  const questionId = useId();
  return (
    <ActionStack
      role="group"
      aria-labelledby={questionId}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <StyledQuestion id={questionId}>{t(`action.question.${action.kind}`)}</StyledQuestion>
      {action.kind === 'refund' && <span>{t(`charge.reason.${action.reason}`)}</span>}
      <StyledAnswers>
        <FocusableButton isPrimary isFocusedAtFirst onClick={onConfirm}>
          {t('action.confirm')}
        </FocusableButton>
        <FocusableButton onClick={onCancel}>{t('action.cancel')}</FocusableButton>
      </StyledAnswers>
    </ActionStack>
  );
}
