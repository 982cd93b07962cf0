import styled from 'styled-components';
import type { PolicyKey, PolicyView } from '../../../contract/policyView';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { POLICY_GROUPS } from './POLICY_GROUPS';
import type { PolicyGroup } from './POLICY_GROUPS';
import { PolicyRow } from './PolicyRow';

type PolicyGroupsProps = {
  view: PolicyView;
  /** Leaves out what is as published. */
  isShort: boolean;
};

const GROUPS = Object.entries(POLICY_GROUPS) as [PolicyGroup, readonly PolicyKey[]][];

const StyledHeading = styled.h2`
  margin: 24px 0 4px;
  font-size: ${({ theme }) => theme.fontSizes.lg};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

const StyledList = styled.dl`
  margin: 0;
`;

/** Every key of the policy, by what it is about. */
export function PolicyGroups({ view, isShort }: PolicyGroupsProps) {
  const { t } = useAdminI18n();
  return (
    <>
      {GROUPS.map(([group, keys]) => {
        const shown = keys.filter((key) => !isShort || view.differences.includes(key));
        if (shown.length === 0) return null;
        return (
          <section key={group} aria-label={t(`policy.group.${group}`)}>
            <StyledHeading>{t(`policy.group.${group}`)}</StyledHeading>
            <StyledList>
              {shown.map((key) => (
                <PolicyRow key={key} policyKey={key} view={view} />
              ))}
            </StyledList>
          </section>
        );
      })}
    </>
  );
}
