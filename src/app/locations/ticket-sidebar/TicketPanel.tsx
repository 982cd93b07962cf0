import { useMemo } from 'react';
import { buildSidebarCalls } from '../../api/buildSidebarCalls';
import type { SidebarTarget } from '../../api/buildSidebarCalls';
import type { Zaf } from '../../zaf/connectZaf';
import { useZafEvents } from '../../zaf/useZafEvents';
import { FailureView } from './FailureView';
import { LoadingView } from './LoadingView';
import { ReadyView } from './ReadyView';
import { useCreditsView } from './useCreditsView';

type TicketPanelProps = {
  zaf: Zaf;
  target: SidebarTarget;
  /** Undefined when the installation has no field «Credit». */
  creditFieldId: number | undefined;
};

/** The panel of one ticket: reads its view, follows Zendesk's events, and shows what there is. */
export function TicketPanel({ zaf, target, creditFieldId }: TicketPanelProps) {
  const calls = useMemo(() => buildSidebarCalls(zaf, target), [zaf, target]);
  const { view, error, reload, reloadUntil } = useCreditsView(target.ticketId, calls.readView);
  useZafEvents(zaf, toEvents(creditFieldId), reload);
  if (!view) return error ? <FailureView code={error.code} onRetry={() => void reload()} /> : <LoadingView />;
  return (
    <ReadyView
      view={view}
      error={error}
      calls={{ act: calls.act, recheck: calls.recheck, reloadUntil }}
      onOpenTicket={(ticketId) => {
        // Zendesk that cannot open a ticket says so itself.
        zaf.invoke('routeTo', 'ticket', Number(ticketId)).catch(() => undefined);
      }}
    />
  );
}

/** Events after which the view may be another one (zendesk.md 2.3), joined by a space. */
function toEvents(creditFieldId: number | undefined): string {
  const events = ['app.activated', 'ticket.updated', 'ticket.requester.id.changed'];
  return [...events, ...(creditFieldId ? [`ticket.custom_field_${creditFieldId}.changed`] : [])].join(' ');
}
