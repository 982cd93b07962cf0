import { useCallback, useMemo } from 'react';
import useSWR from 'swr';
import type { ClientView } from '../../../contract/creditsView';
import type { SidebarNews } from '../../../contract/sidebarNews';
import { BridgeError } from '../../api/BridgeError';
import { buildNameReader } from '../../api/buildNameReader';
import { buildSidebarHttp } from '../../api/buildSidebarCalls';
import { readRequesterView } from '../../api/readRequesterView';
import { CareNow } from '../../features/care-hours/CareNow';
import { CreditsNow } from '../../features/credits-now/CreditsNow';
import { NewTicketCost } from '../../features/ticket-charge/NewTicketCost';
import { Section } from '../../shared/garden-theme/Section';
import { useI18n } from '../../shared/i18n/useI18n';
import { PeopleContext } from '../../shared/people/PeopleContext';
import type { Zaf } from '../../zaf/connectZaf';
import { useRequesterId } from '../../zaf/useRequesterId';
import { useSidebarNews } from '../../zaf/useSidebarNews';
import { AwayView } from './AwayView';
import { LoadingView } from './LoadingView';
import { MessageView } from '../MessageView';
import { Further } from './parts/Further';
import { LinkDisclosure } from './parts/LinkDisclosure';
import { usePollWhile } from './usePollWhile';

type NewTicketPanelProps = { zaf: Zaf; bridgeUrl: string };

/** The panel beside a ticket that is still being written: what its requester has, and what it would cost. */
export function NewTicketPanel({ zaf, bridgeUrl }: NewTicketPanelProps) {
  const { t } = useI18n();
  const http = useMemo(() => buildSidebarHttp(zaf, bridgeUrl), [zaf, bridgeUrl]);
  const readNames = useMemo(() => buildNameReader(http.zendesk), [http]);
  const requesterId = useRequesterId(zaf);
  const { data, error, mutate } = useSWR<ClientView, unknown>(
    requesterId ? ['requester-credits', requesterId] : null,
    () => readRequesterView(http.bridge, requesterId ?? ''),
    { revalidateOnFocus: false, shouldRetryOnError: false, dedupingInterval: 0 },
  );
  const reload = useCallback(() => mutate(), [mutate]);
  const accountId = data?.identity.kind === 'client' ? data.identity.billingAccountId : undefined;
  const onNews = useCallback(
    (news: SidebarNews | undefined) => {
      if (!news || (accountId && news.billingAccountIds.includes(accountId))) void reload();
    },
    [accountId, reload],
  );
  useSidebarNews(zaf, onNews);
  usePollWhile(error !== undefined || data?.identity.kind === 'unavailable', reload);
  if (requesterId === null)
    return <MessageView tone="info" title={t('new_ticket.title')} text={t('new_ticket.choose')} />;
  if (!data) {
    if (error === undefined) return <LoadingView />;
    const code = error instanceof BridgeError ? error.code : 'bridge_unreachable';
    return <AwayView code={code} zaf={zaf} creditFieldId={undefined} onRetry={() => void reload()} />;
  }
  return (
    <PeopleContext.Provider value={readNames}>
      <CreditsNow
        view={data}
        isMisconfigured={false}
        link={<LinkDisclosure zaf={zaf} http={http} isSearchedAtOnce={isAmbiguous(data)} onLinked={reload} />}
      />
      <Section heading={t('new_ticket.heading')}>
        <NewTicketCost view={data} />
        <CareNow care={data.care} now={data.now} />
      </Section>
      <Further view={data} ticketId={undefined} zaf={zaf} http={http} />
    </PeopleContext.Provider>
  );
}

function isAmbiguous({ identity }: ClientView): boolean {
  return identity.kind === 'refused' && identity.reason === 'ambiguous_client';
}
