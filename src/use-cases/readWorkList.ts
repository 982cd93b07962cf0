import { WORK_PAGE_KINDS } from '../contract/workPage';
import type { WorkCounts, WorkPageView } from '../contract/workPage';
import type { Clock } from './ports/clock';
import type { Logger } from './ports/logger';
import type { PagedKind, WorkItem, WorkList, WorkLists } from './ports/workList';
import { WORK_KINDS } from './ports/workList';

/** What reading the list needs. */
export type ReadWorkListDeps = { workLists: WorkLists; clock: Clock };

/** More on a screen are not looked at one by one; the count says how many there are. */
const SHOWN = 100;

/** What people have to look at: tickets that the rules leave as they are, or that cannot be brought in line. */
export function readWorkList({ workLists, clock }: ReadWorkListDeps): Promise<WorkList> {
  return workLists.readWorkList(clock.now().toISOString(), SHOWN);
}

/** A page of one kind of work, oldest first; `after` is the `next` of the page before. */
export async function readWorkPage(
  { workLists, clock }: ReadWorkListDeps,
  { kind, limit, after }: WorkPageRequest,
): Promise<WorkPageView> {
  const now = clock.now().toISOString();
  const { count, items, next } = await workLists.readWorkPage(kind, { now, limit, after });
  return { kind, count, items: items.map(toItemView), next: next ?? null };
}

/** Which page is asked for. */
export type WorkPageRequest = { kind: PagedKind; limit: number; after: string | undefined };

function toItemView(item: WorkItem): WorkPageView['items'][number] {
  return {
    ticketId: item.ticketId,
    since: item.since,
    reason: item.reason ?? null,
    billingAccountId: item.billingAccountId ?? null,
    requesterId: item.requesterId ?? null,
    action: item.action ?? null,
    credits: item.credits ?? null,
  };
}

/** How much there is of each kind. */
export async function readWorkCounts({ workLists, clock }: ReadWorkListDeps): Promise<WorkCounts> {
  const now = clock.now().toISOString();
  const counts: WorkCounts['counts'] = [];
  for (const kind of WORK_PAGE_KINDS) {
    const { count } = await workLists.readWorkPage(kind, { now, limit: 0, after: undefined });
    counts.push({ kind, count });
  }
  return { counts };
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
