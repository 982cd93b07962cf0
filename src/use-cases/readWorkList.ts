import type { Clock } from './ports/clock';
import type { Logger } from './ports/logger';
import type { WorkList, WorkLists } from './ports/workList';
import { WORK_KINDS } from './ports/workList';

/** What reading the list needs. */
export type ReadWorkListDeps = { workLists: WorkLists; clock: Clock };

/** More on a screen are not looked at one by one; the count says how many there are. */
const SHOWN = 100;

/** What people have to look at: tickets that the rules leave as they are, or that cannot be brought in line. */
export function readWorkList({ workLists, clock }: ReadWorkListDeps): Promise<WorkList> {
  return workLists.readWorkList(clock.now().toISOString(), SHOWN);
}

/** So many ids of each kind go into the log. */
const NAMED = 5;

/** Says in one line of the log what there is to look at, kind by kind with the first few ids. */
export async function reportWorkList({
  workLists,
  clock,
  logger,
}: ReadWorkListDeps & { logger: Logger }): Promise<WorkList> {
  const list = await workLists.readWorkList(clock.now().toISOString(), NAMED);
  logger.info(Object.fromEntries(WORK_KINDS.map((kind) => [kind, list[kind]])), 'tickets to look at');
  return list;
}
