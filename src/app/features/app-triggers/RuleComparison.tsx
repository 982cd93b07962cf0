import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { TriggerDifference, TriggerRule } from '../../../contract/triggers';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { toRuleParts } from './toRuleParts';
import type { RulePart } from './toRuleParts';

type RuleComparisonProps = {
  seen: TriggerRule;
  shipped: TriggerRule;
  differences: readonly TriggerDifference[];
};

const StyledSides = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
  gap: 12px 24px;
`;

const StyledHeading = styled.h3`
  margin: 0 0 4px;
  font-size: inherit;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

const StyledLines = styled.ul`
  margin: 0 0 8px;
  padding-inline-start: 20px;
`;

/** In Zendesk's own words, as they would stand in an answer of its API. */
const StyledCode = styled.code`
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  background-color: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
`;

/** The parts that differ, as Zendesk has them now and as they are shipped, beside each other where there is room. */
export function RuleComparison({ seen, shipped, differences }: RuleComparisonProps) {
  const speech = useAdminI18n();
  const { t } = speech;
  const [now, wanted] = [toRuleParts(seen, differences, speech), toRuleParts(shipped, differences, speech)];
  return (
    <StyledSides>
      <RuleSide heading={t('triggers.side.now')} parts={now} others={wanted} />
      <RuleSide heading={t('triggers.side.shipped')} parts={wanted} others={now} />
    </StyledSides>
  );
}

type RuleSideProps = { heading: string; parts: RulePart[]; others: RulePart[] };

function RuleSide({ heading, parts, others }: RuleSideProps) {
  const { t } = useAdminI18n();
  return (
    <div>
      <StyledHeading>{heading}</StyledHeading>
      {parts.map(({ name, lines, isList }, index) => (
        <div key={name}>
          <SubtleText>{name}</SubtleText>
          <StyledLines>
            {lines.length === 0 && <li>{t('triggers.none')}</li>}
            {lines.map((line, place) => (
              <li key={place}>
                <StyledCode>{line}</StyledCode>
                {/* Said in words, since a colour says it only to some. */}
                {isList && others[index]?.lines.includes(line) === false && ` ${t('triggers.only_here')}`}
              </li>
            ))}
          </StyledLines>
        </div>
      ))}
    </div>
  );
}
