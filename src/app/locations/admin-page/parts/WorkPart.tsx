import { readWorkCounts } from '../../../api/admin/readWorkCounts';
import { WorkLists } from '../../../features/work-lists/WorkLists';
import type { AdminOutside } from '../AdminOutside';

/** The work lists with their calls. */
export function WorkPart({ outside: { bridge } }: { outside: AdminOutside }) {
  return <WorkLists readCounts={() => readWorkCounts(bridge)} />;
}
