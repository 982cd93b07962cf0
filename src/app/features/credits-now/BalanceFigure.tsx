import styled from 'styled-components';
import { getColor } from '@zendeskgarden/react-theming';
import type { CreditsView } from '../../../contract/creditsView';
import { useI18n } from '../../shared/i18n/useI18n';

type BalanceFigureProps = { balance: NonNullable<CreditsView['balance']> };

const StyledLeft = styled.p`
  display: flex;
  flex-wrap: wrap;
  gap: 0 8px;
  align-items: baseline;
  margin: 0;
`;

const StyledFigure = styled.span<{ $isEmpty: boolean }>`
  font-size: 40px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 1.1;
  font-variant-numeric: tabular-nums;
  color: ${({ theme, $isEmpty }) =>
    getColor({ theme, variable: $isEmpty ? 'foreground.danger' : 'foreground.default' })};
`;

const StyledParts = styled.dl`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 6px;
  justify-content: space-between;
  margin: 8px 0 0;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  & dt {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  }
  & dd {
    margin: 0;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    font-variant-numeric: tabular-nums;
  }
`;

/** Credits left as the one large figure, with where they came from and went under it. */
export function BalanceFigure({ balance }: BalanceFigureProps) {
  const { t, format } = useI18n();
  const parts = [
    ['earned', balance.earnedCredits],
    ['bought', balance.boughtCredits],
    ['used', balance.usedCredits],
    ['returned', balance.returnedCredits],
  ] as const;
  return (
    <>
      <StyledLeft>
        <StyledFigure $isEmpty={balance.availableCredits <= 0}>
          {format.credits(balance.availableCredits)}
        </StyledFigure>
        <span>{t('balance.left', { count: balance.availableCredits })}</span>
      </StyledLeft>
      <StyledParts>
        {parts.map(([part, amountCredits]) => (
          <div key={part}>
            <dt>{t(`balance.${part}`)}</dt>
            <dd>{format.credits(amountCredits)}</dd>
          </div>
        ))}
      </StyledParts>
    </>
  );
}
