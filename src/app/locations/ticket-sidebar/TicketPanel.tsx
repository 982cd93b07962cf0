import { useCallback, useMemo } from 'react';
import type { SidebarNews } from '../../../contract/sidebarNews';
import { buildSidebarCalls, buildSidebarHttp } from '../../api/buildSidebarCalls';
import type { AskingTarget } from '../../api/writeAsking';
import { PeopleContext } from '../../shared/people/PeopleContext';
import type { Zaf } from '../../zaf/connectZaf';
import { useAgent } from '../../zaf/useAgent';
import { useSidebarNews } from '../../zaf/useSidebarNews';
import { useZafEvents } from '../../zaf/useZafEvents';
import type { FirstLook } from '../startFirstLook';
import { AwayView } from './AwayView';
import { LoadingView } from './LoadingView';
import { ReadyView } from './ReadyView';
import { useCreditsView } from './useCreditsView';

/** Where the calls of one panel go. */
export type PanelTarget = AskingTarget & { bridgeUrl: string };

type TicketPanelProps = {
  zaf: Zaf;
  target: PanelTarget;
  /** Undefined when the installation has no field «Credit». */
  creditFieldId: number | undefined;
  takeFirstView: FirstLook['takeView'];
};

/** The panel of one ticket: reads its view, follows Zendesk's events and the bridge's news, and shows what there is. */
export function TicketPanel({ zaf, target, creditFieldId, takeFirstView }: TicketPanelProps) {
  const http = useMemo(() => buildSidebarHttp(zaf, target.bridgeUrl), [zaf, target]);
  const calls = useMemo(() => buildSidebarCalls(http, target), [http, target]);
  const agent = useAgent(zaf);
  const { view, error, reload, reloadUntil } = useCreditsView(
    target.ticketId,
    () => takeFirstView(target.ticketId) ?? calls.readView(),
  );
  useZafEvents(zaf, toEvents(creditFieldId), reload);
  const accountId = view?.identity.kind === 'client' ? view.identity.billingAccountId : undefined;
  const onNews = useCallback(
    (news: SidebarNews | undefined) => {
      const isOurs =
        !news ||
        news.ticketIds.includes(target.ticketId) ||
        (accountId !== undefined && news.billingAccountIds.includes(accountId));
      if (isOurs) void reload();
    },
    [target, accountId, reload],
  );
  useSidebarNews(zaf, onNews);
  if (!view) {
    if (!error) return <LoadingView />;
    const onRetry = () => void reload();
    return <AwayView code={error.code} zaf={zaf} creditFieldId={creditFieldId} onRetry={onRetry} />;
  }
  return (
    <PeopleContext.Provider value={calls.readNames}>
      <ReadyView
        view={view}
        error={error}
        asker={{ agent, canChangeLine: target.fieldIds.supportLine !== undefined }}
        calls={{ act: calls.act, recheck: calls.recheck, reloadUntil }}
        zaf={zaf}
        http={http}
      />
    </PeopleContext.Provider>
  );
}

/** Events after which the view may be another one (zendesk.md 2.3), joined by a space. */
function toEvents(creditFieldId: number | undefined): string {
  const events = ['app.activated', 'ticket.updated', 'ticket.requester.id.changed'];
  return [...events, ...(creditFieldId ? [`ticket.custom_field_${creditFieldId}.changed`] : [])].join(' ');
}
