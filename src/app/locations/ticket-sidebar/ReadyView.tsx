import { Alert } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import type { CreditsView } from '../../../contract/creditsView';
import type { BridgeError } from '../../api/BridgeError';
import type { SidebarHttp } from '../../api/buildSidebarCalls';
import { CareNow } from '../../features/care-hours/CareNow';
import { BillingFooter } from '../../features/credits-now/BillingFooter';
import { CreditsNow } from '../../features/credits-now/CreditsNow';
import type { RefreshCalls } from '../../features/credits-now/useRefresh';
import type { Asker } from '../../features/ticket-charge/decideActions';
import { toClientKey } from '../../features/ticket-charge/toClientKey';
import { TicketCharge } from '../../features/ticket-charge/TicketCharge';
import type { CreditActionCalls } from '../../features/ticket-charge/useCreditAction';
import { Section } from '../../shared/garden-theme/Section';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { useI18n } from '../../shared/i18n/useI18n';
import type { Notice } from '../../shared/notifications/Notice';
import type { Zaf } from '../../zaf/connectZaf';
import { Further } from './parts/Further';
import { LinkDisclosure } from './parts/LinkDisclosure';

type ReadyViewProps = {
  view: CreditsView;
  /** Why the view could not be read again, when it could not. */
  error: BridgeError | undefined;
  asker: Asker;
  calls: RefreshCalls & CreditActionCalls;
  zaf: Zaf;
  http: SidebarHttp;
};

/** The panel with everything that is known, in the order in which an agent needs it. */
export function ReadyView({ view, error, asker, calls, zaf, http }: ReadyViewProps) {
  const { t } = useI18n();
  const { reason } = view.ticket;
  const [linked, setLinked] = useState<{ billingAccountId: string; notice: Notice }>();
  const onLinked = (billingAccountId: string) => {
    setLinked({ billingAccountId, notice: { tone: 'success', title: t('further.linked') } });
    return calls.recheck();
  };
  const link = (
    <LinkDisclosure
      zaf={zaf}
      http={http}
      isSearchedAtOnce={reason === 'ambiguous_client'}
      onLinked={onLinked}
    />
  );
  return (
    <>
      {error && (
        <Alert type="warning" role="status" style={{ marginBottom: 12 }}>
          <Alert.Title>{t('failure.stale')}</Alert.Title>
          {t(`failure.${error.code}`)} {t('failure.retrying')}
        </Alert>
      )}
      {/* The part that linked is gone once the client is known: what came of it, and the keyboard, have to be elsewhere. */}
      <NoticeArea
        notice={linked?.billingAccountId === toClientKey(view) ? linked?.notice : undefined}
        isFocused
      />
      <CreditsNow view={view} isMisconfigured={reason === 'billing_misconfigured'} link={link} />
      {reason === 'link_required' && link}
      <TicketCharge view={view} asker={asker} calls={calls} />
      <Section heading={t('billing.heading')} isHeadingHidden>
        <CareNow care={view.care} now={view.now} />
        <BillingFooter view={view} calls={calls} />
      </Section>
      <Further
        view={view}
        ticketId={view.ticket.id}
        arePacksNeeded={reason === 'no_credits'}
        zaf={zaf}
        http={http}
      />
    </>
  );
}
