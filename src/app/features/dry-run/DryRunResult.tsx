import { getColor } from '@zendeskgarden/react-theming';
import { LG } from '@zendeskgarden/react-typography';
import { useEffect, useId, useRef } from 'react';
import styled from 'styled-components';
import type { DryRun } from '../../../contract/dryRun';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { AskedRules } from './AskedRules';
import { toAnswerSentence, toDecisionSentence, toEntrySentence } from './toDecisionSentence';

const StyledResult = styled.section`
  padding: 16px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  overflow-wrap: anywhere;
`;

const StyledHeading = styled.h2`
  margin: 0 0 4px;
  font-size: ${({ theme }) => theme.fontSizes.md};
`;

const StyledPart = styled.h3`
  margin: 16px 0 4px;
  font-size: ${({ theme }) => theme.fontSizes.md};
`;

const StyledList = styled.ul`
  margin: 0;
  padding-inline-start: 20px;
`;

/** What would be decided, why, and what would be written for it. A new answer takes the keyboard. */
export function DryRunResult({ result }: { result: DryRun }) {
  const speech = useAdminI18n();
  const { t, format } = speech;
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  useEffect(() => heading.current?.focus(), [result]);
  const { decision, line, billingAccountId, billingReadAt, at } = result;
  return (
    <StyledResult aria-labelledby={headingId}>
      <StyledHeading ref={heading} tabIndex={-1} id={headingId}>
        {t('dry_run.decided')}
      </StyledHeading>
      <SubtleText>{t('dry_run.nothing_written')}</SubtleText>
      <LG style={{ margin: '12px 0 4px' }} isBold>
        {toDecisionSentence(decision, speech)}
      </LG>
      <SubtleText>
        {[t(`line.${line ?? 'none'}`), t('dry_run.decided_at', { when: format.dayAndTime(at) })].join(' · ')}
      </SubtleText>
      {decision && (
        <>
          {decision.answer && <p>{toAnswerSentence(decision.answer, speech)}</p>}
          <StyledPart>{t('dry_run.rules')}</StyledPart>
          <AskedRules rules={decision.rules} />
          <StyledPart>{t('dry_run.entries')}</StyledPart>
          {decision.entries.length === 0 && <p style={{ margin: 0 }}>{t('dry_run.no_entries')}</p>}
          <StyledList>
            {decision.entries.map((entry, index) => (
              <li key={index}>{toEntrySentence(entry, speech)}</li>
            ))}
          </StyledList>
        </>
      )}
      <StyledPart>{t('billing.heading')}</StyledPart>
      {billingAccountId !== null && <div>{t('account.id', { id: billingAccountId })}</div>}
      <div>
        {billingReadAt === null
          ? t('dry_run.billing_not_asked')
          : t('dry_run.billing_read', { when: format.dayAndTime(billingReadAt) })}
      </div>
    </StyledResult>
  );
}
