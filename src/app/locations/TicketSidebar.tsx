import type { Zaf } from '../zaf/connectZaf';
import { OutsideView } from './OutsideView';
import type { FirstLook, KnownLook } from './startFirstLook';
import { SidebarBody } from './ticket-sidebar/SidebarBody';
import { SidebarFrame } from './ticket-sidebar/SidebarFrame';

type TicketSidebarProps = {
  /** The connection, and what was asked over it already; undefined when the page was not opened by Zendesk. */
  opened: { zaf: Zaf; firstLook: FirstLook; known: KnownLook } | undefined;
};

/** The location `ticket_sidebar` of the app. */
export function TicketSidebar({ opened }: TicketSidebarProps) {
  if (!opened) return <OutsideView />;
  const { zaf, firstLook, known } = opened;
  return (
    <SidebarFrame zaf={zaf} known={known}>
      <SidebarBody zaf={zaf} firstLook={firstLook} />
    </SidebarFrame>
  );
}
