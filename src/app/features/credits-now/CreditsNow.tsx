import { Alert } from '@zendeskgarden/react-notifications';
import type { CreditsView } from '../../../contract/creditsView';
import { Section } from '../../shared/garden-theme/Section';
import { useI18n } from '../../shared/i18n/useI18n';
import { AccountHeader } from './AccountHeader';
import { BalanceFigure } from './BalanceFigure';
import { LookingUp } from './LookingUp';
import { NextFreeCredit } from './NextFreeCredit';
import { NoClient } from './NoClient';

type CreditsNowProps = { view: CreditsView };

/** The client and the credits left; figures that may be old say so. */
export function CreditsNow({ view }: CreditsNowProps) {
  const { t, format } = useI18n();
  const { identity, balance, spend } = view;
  if (identity.kind === 'unavailable' && view.isBillingReachable) return <LookingUp />;
  const billingTrouble = view.ticket.reason === 'billing_misconfigured' ? 'misconfigured' : 'unreachable';
  if (identity.kind !== 'client') return <NoClient identity={identity} billingTrouble={billingTrouble} />;
  return (
    <>
      <AccountHeader identity={identity} partnerLevel={view.partnerLevel} />
      <Section heading={t('balance.heading')} isHeadingHidden>
        {balance && <BalanceFigure balance={balance} />}
        {spend && <NextFreeCredit spend={spend} />}
        {!view.isBillingReachable && view.billingReadAt && (
          <Alert type="warning" role="presentation" style={{ marginTop: 8 }}>
            <Alert.Title>{t(`billing.${billingTrouble}`)}</Alert.Title>
            {t('billing.last_known', { when: format.dayAndTime(view.billingReadAt) })}
          </Alert>
        )}
      </Section>
    </>
  );
}
