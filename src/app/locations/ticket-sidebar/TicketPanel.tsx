import { useMemo } from 'react';
import { buildSidebarCalls, buildSidebarHttp } from '../../api/buildSidebarCalls';
import type { AskingTarget } from '../../api/writeAsking';
import { PeopleContext } from '../../shared/people/PeopleContext';
import type { Zaf } from '../../zaf/connectZaf';
import { useAgent } from '../../zaf/useAgent';
import { useZafEvents } from '../../zaf/useZafEvents';
import { FailureView } from './FailureView';
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
};

/** The panel of one ticket: reads its view, follows Zendesk's events, and shows what there is. */
export function TicketPanel({ zaf, target, creditFieldId }: TicketPanelProps) {
  const calls = useMemo(
    () => buildSidebarCalls(buildSidebarHttp(zaf, target.bridgeUrl), target),
    [zaf, target],
  );
  const agent = useAgent(zaf);
  const { view, error, reload, reloadUntil } = useCreditsView(target.ticketId, calls.readView);
  useZafEvents(zaf, toEvents(creditFieldId), reload);
  if (!view) return error ? <FailureView code={error.code} onRetry={() => void reload()} /> : <LoadingView />;
  return (
    <PeopleContext.Provider value={calls.readNames}>
      <ReadyView
        view={view}
        error={error}
        asker={{ agent, canChangeLine: target.fieldIds.supportLine !== undefined }}
        calls={{ act: calls.act, recheck: calls.recheck, reloadUntil }}
        onOpenTicket={(ticketId) => {
          // Zendesk that cannot open a ticket says so itself.
          zaf.invoke('routeTo', 'ticket', Number(ticketId)).catch(() => undefined);
        }}
      />
    </PeopleContext.Provider>
  );
}

/** Events after which the view may be another one (zendesk.md 2.3), joined by a space. */
function toEvents(creditFieldId: number | undefined): string {
  const events = ['app.activated', 'ticket.updated', 'ticket.requester.id.changed'];
  return [...events, ...(creditFieldId ? [`ticket.custom_field_${creditFieldId}.changed`] : [])].join(' ');
}
