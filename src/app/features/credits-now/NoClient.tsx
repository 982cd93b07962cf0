import { Alert } from '@zendeskgarden/react-notifications';
import type { CreditsView } from '../../../contract/creditsView';
import { Section } from '../../shared/garden-theme/Section';
import { useI18n } from '../../shared/i18n/useI18n';

type NoClientProps = {
  identity: Exclude<CreditsView['identity'], { kind: 'client' }>;
  /** Why billing could not be asked, where that is so. */
  billingTrouble: 'unreachable' | 'misconfigured';
};

/** Why the requester is no known client, and what the agent can do about it. */
export function NoClient({ identity, billingTrouble }: NoClientProps) {
  const { t } = useI18n();
  const title =
    identity.kind === 'refused' ? t(`identity.${identity.reason}`) : t(`billing.${billingTrouble}`);
  return (
    <Section heading={t('account.heading')} isHeadingHidden>
      <Alert type="warning" role="presentation">
        <Alert.Title>{title}</Alert.Title>
        {identity.kind === 'refused'
          ? t(`advice.${identity.reason}`)
          : t(`billing.nothing_known.${billingTrouble}`)}
      </Alert>
    </Section>
  );
}
