import { Tag } from '@zendeskgarden/react-tags';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { PolicyKey, PolicyView } from '../../../contract/policyView';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { toKeyName } from './toKeyName';
import { toPolicyLines } from './toPolicyLines';

type PolicyRowProps = { policyKey: PolicyKey; view: PolicyView };

/** Beside each other where there is room. */
const StyledRow = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
  gap: 4px 24px;
  padding: 10px 0;
  border-top: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  overflow-wrap: anywhere;
`;

const StyledValue = styled.dd`
  margin: 0;
`;

/** As it stands in the file. */
const StyledKey = styled(SubtleText)`
  display: block;
`;

/** One key: what it means, what it says, and, where it was changed, what the published rules say. */
export function PolicyRow({ policyKey, view }: PolicyRowProps) {
  const speech = useAdminI18n();
  const { t } = speech;
  const isChanged = view.differences.includes(policyKey);
  return (
    <StyledRow>
      <dt>
        {t(`policy.meaning.${toKeyName(policyKey)}`)}
        <StyledKey as="code">{policyKey}</StyledKey>
      </dt>
      <StyledValue>
        {toPolicyLines(policyKey, view.policy, speech).map((line) => (
          <div key={line}>{line}</div>
        ))}
        {isChanged && (
          <>
            <Tag hue="blue" style={{ margin: '4px 0' }}>
              <span>{t('policy.changed')}</span>
            </Tag>
            <SubtleText>
              {t('policy.published', {
                value: toPolicyLines(policyKey, view.standard, speech).join('; '),
              })}
            </SubtleText>
          </>
        )}
      </StyledValue>
    </StyledRow>
  );
}
