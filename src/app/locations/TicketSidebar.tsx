import { useMemo } from 'react';
import { connectZaf } from '../zaf/connectZaf';
import type { SdkClient } from '../zaf/sdkClient';
import { startFirstLook } from './startFirstLook';
import { OutsideView } from './OutsideView';
import { SidebarBody } from './ticket-sidebar/SidebarBody';
import { SidebarFrame } from './ticket-sidebar/SidebarFrame';

type TicketSidebarProps = {
  /** The SDK's client; undefined when the page was not opened by Zendesk. */
  client: SdkClient | undefined;
};

/** The location `ticket_sidebar` of the app. */
export function TicketSidebar({ client }: TicketSidebarProps) {
  const zaf = useMemo(() => client && connectZaf(client), [client]);
  const firstLook = useMemo(() => zaf && startFirstLook(zaf), [zaf]);
  if (!zaf || !firstLook) return <OutsideView />;
  return (
    <SidebarFrame zaf={zaf}>
      <SidebarBody zaf={zaf} firstLook={firstLook} />
    </SidebarFrame>
  );
}
