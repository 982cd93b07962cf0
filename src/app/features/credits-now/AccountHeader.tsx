import { Tag } from '@zendeskgarden/react-tags';
import { MD } from '@zendeskgarden/react-typography';
import styled from 'styled-components';
import type { CreditsView } from '../../../contract/creditsView';
import { Section } from '../../shared/garden-theme/Section';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';

type AccountHeaderProps = {
  identity: Extract<CreditsView['identity'], { kind: 'client' }>;
  partnerLevel: string | null;
};

const StyledRow = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 8px;
  align-items: center;
  overflow-wrap: anywhere;
`;

/** Who the client is in billing, how sure that is, and whether it is a partner. */
export function AccountHeader({ identity, partnerLevel }: AccountHeaderProps) {
  const { t } = useI18n();
  return (
    <Section heading={t('account.heading')} isHeadingHidden>
      <StyledRow>
        <MD isBold>{identity.accountName}</MD>
        {partnerLevel !== null && (
          <Tag hue="green" isPill>
            <span>
              {partnerLevel ? t('account.partner_level', { level: partnerLevel }) : t('account.partner')}
            </span>
          </Tag>
        )}
      </StyledRow>
      <SubtleText>
        {t('account.id', { id: identity.billingAccountId })} · {t(`account.grade.${identity.grade}`)}
      </SubtleText>
    </Section>
  );
}
