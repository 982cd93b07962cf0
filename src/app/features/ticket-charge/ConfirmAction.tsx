import { useId } from 'react';
import styled from 'styled-components';
import type { CreditsView } from '../../../contract/creditsView';
import type { TicketAsking } from '../../api/TicketAsking';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';
import { ActionStack } from './ActionStack';
import { FocusableButton } from './FocusableButton';
import { ProgressLabel } from './ProgressLabel';
import { toConsequence } from './toConsequence';

type ConfirmActionProps = {
  asking: Exclude<TicketAsking, { kind: 'recheck' }>;
  view: CreditsView;
  /** What is going on since it was confirmed; undefined before. */
  progress: string | undefined;
  onConfirm: () => void;
  onCancel: () => void;
};

const StyledQuestion = styled.p`
  margin: 0;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

const StyledAnswers = styled.div`
  display: grid;
  grid-auto-flow: column;
  grid-auto-columns: 1fr;
  gap: 8px;
`;

/**
 * Asks once more, in the place of the buttons; Escape cancels. Once confirmed, the same button shows the progress: a
 * second click meets it again and not whatever would have moved into its place.
 */
export function ConfirmAction({ asking, view, progress, onConfirm, onCancel }: ConfirmActionProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const questionId = useId();
  const consequenceId = useId();
  const isAnswered = progress !== undefined;
  const consequence = toConsequence(asking, view, i18n);
  return (
    <ActionStack
      role="group"
      aria-labelledby={questionId}
      aria-describedby={consequence && consequenceId}
      onKeyDown={(event) => event.key === 'Escape' && !isAnswered && onCancel()}
    >
      <StyledQuestion id={questionId}>{t(`action.question.${asking.kind}`)}</StyledQuestion>
      {consequence && <SubtleText id={consequenceId}>{consequence}</SubtleText>}
      <StyledAnswers>
        {/* Not `disabled` while it works: that would throw the keyboard out of the panel. */}
        <FocusableButton
          isPrimary={!isAnswered}
          isFocusedAtFirst
          aria-disabled={isAnswered}
          onClick={onConfirm}
        >
          {isAnswered ? <ProgressLabel text={progress} /> : t('action.confirm')}
        </FocusableButton>
        {!isAnswered && <FocusableButton onClick={onCancel}>{t('action.cancel')}</FocusableButton>}
      </StyledAnswers>
    </ActionStack>
  );
}
