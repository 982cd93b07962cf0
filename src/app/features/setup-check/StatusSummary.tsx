import { getColor } from '@zendeskgarden/react-theming';
import { LG } from '@zendeskgarden/react-typography';
import { useId } from 'react';
import styled from 'styled-components';
import type { BridgeStatus } from '../../../contract/bridgeStatus';
import { useSetupI18n } from '../../shared/i18n/setupI18n';
import { useStatusLines } from './useStatusLines';
import { VerdictTag } from './VerdictTag';

const StyledGrid = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
  gap: 12px;
  margin: 12px 0 0;
`;

const StyledCard = styled.div`
  padding: 12px 16px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  overflow-wrap: anywhere;
  dt {
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
  dd {
    margin: 4px 0 0;
  }
`;

/** How the bridge fares, one card a matter; what needs somebody is marked. */
export function StatusSummary({ status }: { status: BridgeStatus }) {
  const { t } = useSetupI18n();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <LG tag="h2" isBold id={headingId}>
        {t('status.heading')}
      </LG>
      <StyledGrid>
        {useStatusLines(status).map(({ title, verdict, sentences }) => (
          <StyledCard key={title}>
            <dt>{title}</dt>
            {verdict && (
              <dd>
                <VerdictTag verdict={verdict} />
              </dd>
            )}
            {sentences.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
          </StyledCard>
        ))}
      </StyledGrid>
    </section>
  );
}
