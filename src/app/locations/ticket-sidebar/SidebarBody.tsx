import { useMemo } from 'react';
import useSWR from 'swr';
import { useI18n } from '../../shared/i18n/useI18n';
import { lazyPart } from '../../shared/lazy-part/lazyPart';
import type { Zaf } from '../../zaf/connectZaf';
import type { Installation } from '../../zaf/readInstallation';
import type { FirstLook } from '../startFirstLook';
import { FailureView } from './FailureView';
import { LoadingView } from './LoadingView';
import { MessageView } from '../MessageView';
import { INSTALLATION_KEY } from './readingKeys';
import { TicketPanel } from './TicketPanel';

const NewTicketPanel = lazyPart(
  async () => (await import(/* webpackChunkName: "new-ticket" */ './NewTicketPanel')).NewTicketPanel,
  <LoadingView />,
);

type SidebarBodyProps = {
  zaf: Zaf;
  /** What was asked for before this was shown. */
  firstLook: FirstLook;
};

/** Finds out where the app stands, and shows the ticket's panel or what keeps it from being shown. */
export function SidebarBody({ zaf, firstLook }: SidebarBodyProps) {
  const { t } = useI18n();
  const { data, error, mutate } = useSWR<Installation, unknown>(
    INSTALLATION_KEY,
    firstLook.readInstallation,
    {
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
    },
  );
  const target = useMemo(() => toTarget(data), [data]);
  if (!data) return error ? <FailureView code="host" onRetry={() => void mutate()} /> : <LoadingView />;
  if (data.kind === 'not_set_up') {
    return (
      <MessageView tone="warning" title={t('not_set_up.title')} text={t(`not_set_up.${data.missing}`)} />
    );
  }
  if (data.isNewTicket) {
    return <NewTicketPanel zaf={zaf} bridgeUrl={data.bridgeUrl} />;
  }
  if (!target)
    return <MessageView tone="info" title={t('ticket_unknown.title')} text={t('ticket_unknown.text')} />;
  return (
    <TicketPanel
      zaf={zaf}
      target={target}
      creditFieldId={data.creditFieldId}
      takeFirstView={firstLook.takeView}
    />
  );
}

function toTarget(installation: Installation | undefined) {
  if (installation?.kind !== 'ready' || installation.ticketId === undefined) return undefined;
  const { bridgeUrl, ticketId, actionFieldId, lineFieldId } = installation;
  return { bridgeUrl, ticketId, fieldIds: { creditAction: actionFieldId, supportLine: lineFieldId } };
}
