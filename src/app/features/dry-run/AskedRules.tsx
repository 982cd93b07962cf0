import { Tag } from '@zendeskgarden/react-tags';
import styled from 'styled-components';
import type { DryRun } from '../../../contract/dryRun';
import { useAdminI18n } from '../../shared/i18n/adminI18n';

type AskedRulesProps = { rules: NonNullable<DryRun['decision']>['rules'] };

const StyledList = styled.ol`
  display: grid;
  gap: 8px;
  margin: 0;
  padding-inline-start: 24px;
`;

/** The rules in the order in which they were asked; the last one decided. */
export function AskedRules({ rules }: AskedRulesProps) {
  const { t } = useAdminI18n();
  return (
    <StyledList role="list">
      {rules.map(({ rule, decides }) => (
        <li key={rule}>
          {t(`dry_run.rule.${rule}`)}{' '}
          <Tag size="small" isRegular={!decides} {...(decides && { hue: 'blue' })}>
            <span>{decides ? t('dry_run.decides') : t('dry_run.asked')}</span>
          </Tag>
        </li>
      ))}
    </StyledList>
  );
}
