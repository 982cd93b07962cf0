import { Skeleton } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';
import { Section } from '../../shared/garden-theme/Section';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';

const StyledBars = styled.div`
  display: grid;
  gap: 8px;
  margin-top: 8px;
`;

/** The ticket is so new that billing is only now being asked who the client is. */
export function LookingUp() {
  const { t } = useI18n();
  return (
    <Section heading={t('account.heading')} isHeadingHidden>
      <SubtleText>{t('account.looking_up')}</SubtleText>
      <StyledBars aria-hidden="true">
        <Skeleton width="60%" height="20px" />
        <Skeleton width="30%" height="44px" />
      </StyledBars>
    </Section>
  );
}
