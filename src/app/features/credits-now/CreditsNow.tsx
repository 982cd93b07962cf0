import { Alert } from '@zendeskgarden/react-notifications';
import type { ReactNode } from 'react';
import type { ClientView } from '../../../contract/creditsView';
import { Section } from '../../shared/garden-theme/Section';
import { useI18n } from '../../shared/i18n/useI18n';
import { AccountHeader } from './AccountHeader';
import { BalanceFigure } from './BalanceFigure';
import { LookingUp } from './LookingUp';
import { NextFreeCredit } from './NextFreeCredit';
import { NoClient } from './NoClient';

type CreditsNowProps = {
  view: ClientView;
  /** Billing cannot be read until somebody mends it. */
  isMisconfigured: boolean;
  /** The way to link an account, shown where there is no known client. */
  link: ReactNode;
};

/** The client and the credits left; figures that may be old say so. */
export function CreditsNow({ view, isMisconfigured, link }: CreditsNowProps) {
  const { t, format } = useI18n();
  const { identity, balance, spend } = view;
  if (identity.kind === 'unavailable' && view.isBillingReachable) return <LookingUp />;
  const billingTrouble = isMisconfigured ? 'misconfigured' : 'unreachable';
  if (identity.kind !== 'client') {
    return (
      <>
        <NoClient identity={identity} billingTrouble={billingTrouble} />
        {identity.kind === 'refused' && link}
      </>
    );
  }
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
