import { readWorkCounts } from '../../../api/admin/readWorkCounts';
import { readWorkPage } from '../../../api/admin/readWorkPage';
import { WorkLists } from '../../../features/work-lists/WorkLists';
import type { WorkCalls } from '../../../features/work-lists/WorkLists';
import type { AdminOutside } from '../AdminOutside';

/** The work lists with their calls. */
export function WorkPart({ outside: { zaf, bridge } }: { outside: AdminOutside }) {
  const calls: WorkCalls = {
    readCounts: () => readWorkCounts(bridge),
    readPage: (kind, after) => readWorkPage(bridge, kind, after),
    // Zendesk's page itself says when there is no such ticket.
    openTicket: (ticketId) => void zaf.invoke('routeTo', 'ticket', Number(ticketId)).catch(() => undefined),
  };
  return <WorkLists calls={calls} />;
}
