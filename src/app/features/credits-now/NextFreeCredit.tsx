import { Progress } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';
import type { CreditsView } from '../../../contract/creditsView';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';

type NextFreeCreditProps = { spend: NonNullable<CreditsView['spend']> };

const StyledNext = styled.div`
  margin-top: 8px;
`;

/** How far the client's spend is on the way to the next free credit (R7). */
export function NextFreeCredit({ spend }: NextFreeCreditProps) {
  const { t, format } = useI18n();
  const doneCents = spend.centsPerCredit - spend.centsToNextCredit;
  const percent = spend.centsPerCredit > 0 ? Math.round((doneCents * 100) / spend.centsPerCredit) : 0;
  return (
    <StyledNext>
      <Progress value={percent} aria-label={t('balance.progress')} />
      <SubtleText>{t('balance.to_next', { amount: format.money(spend.centsToNextCredit) })}</SubtleText>
    </StyledNext>
  );
}
