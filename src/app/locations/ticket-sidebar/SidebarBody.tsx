import { lazy, Suspense, useMemo, useRef } from 'react';
import useSWR from 'swr';
import { useI18n } from '../../shared/i18n/useI18n';
import type { Zaf } from '../../zaf/connectZaf';
import { readInstallation } from '../../zaf/readInstallation';
import type { Installation } from '../../zaf/readInstallation';
import { FailureView } from './FailureView';
import { LoadingView } from './LoadingView';
import { MessageView } from './MessageView';

/** Asked for at once, beside the handshake with Zendesk: the first file then paints the panel's shape sooner. */
const panelChunk = import(/* webpackChunkName: "panel" */ './TicketPanel');
const TicketPanel = lazy(async () => ({ default: (await panelChunk).TicketPanel }));

const NewTicketPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "new-ticket" */ './NewTicketPanel')).NewTicketPanel,
}));

type SidebarBodyProps = {
  zaf: Zaf;
  /** The first reading, which was started before this was shown. */
  firstReading: Promise<Installation>;
};

/** Finds out where the app stands, and shows the ticket's panel or what keeps it from being shown. */
export function SidebarBody({ zaf, firstReading }: SidebarBodyProps) {
  const { t } = useI18n();
  const unused = useRef<Promise<Installation> | undefined>(firstReading);
  const read = () => {
    const first = unused.current;
    unused.current = undefined;
    return first ?? readInstallation(zaf);
  };
  const { data, error, mutate } = useSWR<Installation, unknown>('installation', read, {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
  });
  const target = useMemo(() => toTarget(data), [data]);
  if (!data) return error ? <FailureView code="host" onRetry={() => void mutate()} /> : <LoadingView />;
  if (data.kind === 'not_set_up') {
    return (
      <MessageView tone="warning" title={t('not_set_up.title')} text={t(`not_set_up.${data.missing}`)} />
    );
  }
  if (data.isNewTicket) {
    return (
      <Suspense fallback={<LoadingView />}>
        <NewTicketPanel zaf={zaf} bridgeUrl={data.bridgeUrl} />
      </Suspense>
    );
  }
  if (!target)
    return <MessageView tone="info" title={t('ticket_unknown.title')} text={t('ticket_unknown.text')} />;
  return (
    <Suspense fallback={<LoadingView />}>
      <TicketPanel zaf={zaf} target={target} creditFieldId={data.creditFieldId} />
    </Suspense>
  );
}

function toTarget(installation: Installation | undefined) {
  if (installation?.kind !== 'ready' || installation.ticketId === undefined) return undefined;
  const { bridgeUrl, ticketId, actionFieldId, lineFieldId } = installation;
  return { bridgeUrl, ticketId, fieldIds: { creditAction: actionFieldId, supportLine: lineFieldId } };
}
