import { CREDIT_STATES } from '../../../domain/tickets/creditState';
import type { Requester } from '../../api/readRequester';
import { Section } from '../../shared/garden-theme/Section';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useMoreI18n } from '../../shared/i18n/moreI18n';

type ProfileCreditsProps = {
  requester: Requester;
  /** Value of the ticket field «Credit» without its prefix; undefined when the ticket says nothing. */
  creditState: string | undefined;
};

/** What the bridge last wrote into the requester's profile and the ticket: shown while it cannot be asked itself. */
export function ProfileCredits({ requester: { userFields }, creditState }: ProfileCreditsProps) {
  const { t, format } = useMoreI18n();
  const {
    support_credits: credits,
    support_spend_eur: spend,
    support_partner: isPartner,
    support_billing_account: account,
    support_billing_read_at: readAt,
  } = userFields;
  const lines = [
    ...(account ? [t('account.id', { id: String(account) })] : []),
    ...(isPartner === true ? [t('account.partner')] : []),
    ...(spend === null || spend === undefined
      ? []
      : [t('profile.spend', { amount: format.money(Math.round(Number(spend) * 100)) })]),
    ...(creditState ? [t('profile.ticket', { state: toState(creditState, t) })] : []),
    ...(typeof readAt === 'string' ? [t('profile.read_at', { date: format.date(readAt) })] : []),
  ];
  return (
    <Section heading={t('profile.heading')}>
      {typeof credits === 'number' ? (
        <p style={{ margin: 0 }}>
          <strong>{t('profile.credits', { count: credits })}</strong>
        </p>
      ) : (
        <SubtleText>{t('profile.nothing')}</SubtleText>
      )}
      {lines.map((line) => (
        <SubtleText key={line}>{line}</SubtleText>
      ))}
    </Section>
  );
}

function toState(creditState: string, t: ReturnType<typeof useMoreI18n>['t']): string {
  const known = CREDIT_STATES.find((state) => state === creditState);
  return known ? t(`charge.state.${known}`) : creditState;
}
