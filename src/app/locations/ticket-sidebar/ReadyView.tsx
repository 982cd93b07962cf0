import { Alert } from '@zendeskgarden/react-notifications';
import type { CreditsView } from '../../../contract/creditsView';
import type { BridgeError } from '../../api/BridgeError';
import { BillingFooter } from '../../features/credits-now/BillingFooter';
import { CreditsNow } from '../../features/credits-now/CreditsNow';
import type { RefreshCalls } from '../../features/credits-now/useRefresh';
import { History } from '../../features/history/History';
import { Packs } from '../../features/packs/Packs';
import type { Asker } from '../../features/ticket-charge/decideActions';
import { TicketCharge } from '../../features/ticket-charge/TicketCharge';
import type { CreditActionCalls } from '../../features/ticket-charge/useCreditAction';
import { Section } from '../../shared/garden-theme/Section';
import { useI18n } from '../../shared/i18n/useI18n';

type ReadyViewProps = {
  view: CreditsView;
  /** Why the view could not be read again, when it could not. */
  error: BridgeError | undefined;
  asker: Asker;
  calls: RefreshCalls & CreditActionCalls;
  onOpenTicket: (ticketId: string) => void;
};

/** The panel with everything that is known, in the order in which an agent needs it. */
export function ReadyView({ view, error, asker, calls, onOpenTicket }: ReadyViewProps) {
  const { t } = useI18n();
  const accountKey = view.identity.kind === 'client' ? view.identity.billingAccountId : view.identity.kind;
  return (
    <>
      {error && (
        <Alert type="warning" role="status" style={{ marginBottom: 12 }}>
          <Alert.Title>{t('failure.stale')}</Alert.Title>
          {t(`failure.${error.code}`)} {t('failure.retrying')}
        </Alert>
      )}
      <CreditsNow view={view} />
      {/* Another client is another question: what was asked about the one before must not be confirmed for this one. */}
      <TicketCharge key={accountKey} view={view} asker={asker} calls={calls} />
      <History entries={view.entries} ticketId={view.ticket.id} onOpenTicket={onOpenTicket} />
      {view.partnerLevel === null && view.packs.length > 0 && (
        <Packs packs={view.packs} buyUrl={view.buyUrl} />
      )}
      <Section heading={t('billing.heading')} isHeadingHidden>
        <BillingFooter view={view} calls={calls} />
      </Section>
    </>
  );
}
