import { useMemo } from 'react';
import { connectZaf } from '../zaf/connectZaf';
import type { Zaf } from '../zaf/connectZaf';
import { readInstallation } from '../zaf/readInstallation';
import type { Installation } from '../zaf/readInstallation';
import type { SdkClient } from '../zaf/sdkClient';
import { OutsideView } from './ticket-sidebar/OutsideView';
import { SidebarBody } from './ticket-sidebar/SidebarBody';
import { SidebarFrame } from './ticket-sidebar/SidebarFrame';

type TicketSidebarProps = {
  /** The SDK's client; undefined when the page was not opened by Zendesk. */
  client: SdkClient | undefined;
};

/** The location `ticket_sidebar` of the app. */
export function TicketSidebar({ client }: TicketSidebarProps) {
  const zaf = useMemo(() => client && connectZaf(client), [client]);
  const installation = useMemo(() => zaf && startReading(zaf), [zaf]);
  if (!zaf || !installation) return <OutsideView />;
  return (
    <SidebarFrame zaf={zaf}>
      <SidebarBody zaf={zaf} firstReading={installation} />
    </SidebarFrame>
  );
}

/** Where the app stands is asked for at once, not only when the words are there. */
function startReading(zaf: Zaf): Promise<Installation> {
  const reading = readInstallation(zaf);
  // Whoever takes the reading hears of its failure.
  reading.catch(() => undefined);
  return reading;
}
