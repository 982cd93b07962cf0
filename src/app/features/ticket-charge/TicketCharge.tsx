import { Tag } from '@zendeskgarden/react-tags';
import styled from 'styled-components';
import type { CreditsView } from '../../../contract/creditsView';
import type { CreditState } from '../../../domain/tickets/creditState';
import { Section } from '../../shared/garden-theme/Section';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';
import { ApprovalNote } from './ApprovalNote';
import { CreditActions } from './CreditActions';
import type { Asker } from './decideActions';
import { toAdvice } from './toAdvice';
import { toChargeSentence } from './toChargeSentence';
import type { CreditActionCalls } from './useCreditAction';

type TicketChargeProps = { view: CreditsView; asker: Asker; calls: CreditActionCalls };

/** Colours repeat what the sentence says, for the eye; they never say it alone. */
const HUES: Record<CreditState, string> = {
  free: 'grey',
  debited: 'blue',
  waived: 'green',
  held: 'yellow',
  pending: 'yellow',
  refunded: 'green',
};

const StyledSentence = styled.p`
  margin: 4px 0 0;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  overflow-wrap: anywhere;
`;

/** This ticket: its line, what it costs and why, and what the agent can do about it. */
export function TicketCharge({ view, asker, calls }: TicketChargeProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { line, creditState, continues, approval } = view.ticket;
  const advice = toAdvice(view, t);
  return (
    <Section heading={t('line.heading')}>
      <Tag hue={creditState ? HUES[creditState] : 'grey'}>
        <span>{t(`line.${line ?? 'none'}`)}</span>
      </Tag>
      <StyledSentence>{toChargeSentence(view, i18n)}</StyledSentence>
      {continues && <SubtleText>{t('charge.follows', { id: continues })}</SubtleText>}
      {advice && <SubtleText>{advice}</SubtleText>}
      {approval && <ApprovalNote approval={approval} />}
      <CreditActions view={view} asker={asker} calls={calls} />
    </Section>
  );
}
