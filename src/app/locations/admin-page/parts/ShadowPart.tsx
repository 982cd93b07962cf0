import { readShadowPage, readShadowSheet } from '../../../api/admin/readShadow';
import { ShadowMode } from '../../../features/shadow-mode/ShadowMode';
import type { ShadowCalls } from '../../../features/shadow-mode/ShadowMode';
import type { AdminOutside } from '../AdminOutside';

/** Shadow mode with its calls. */
export function ShadowPart({ outside: { zaf, bridge } }: { outside: AdminOutside }) {
  const calls: ShadowCalls = {
    readPage: (since, after) => readShadowPage(bridge, { since, after }),
    readSheet: (since) => readShadowSheet(bridge, since),
    // Zendesk's page itself says when there is no such ticket.
    openTicket: (ticketId) => void zaf.invoke('routeTo', 'ticket', Number(ticketId)).catch(() => undefined),
  };
  return <ShadowMode calls={calls} />;
}
