import type { Pool } from 'pg';
import type { PagedKind, WorkItem, WorkPage, WorkPageRequest } from '../../../use-cases/ports/workList';
import { WORK_ITEMS } from './workItemsSql';

type Row = { total: string; items: ItemRow[] };
type ItemRow = {
  ticket_id: string;
  since: string;
  place: string;
  reason: string | null;
  billing_account_id: string | null;
  requester_id: string | null;
  action: string | null;
  credits: number | null;
};

/** A page of what there is to look at, oldest first, and of the same moment how much there is in all. */
export async function readWorkPage(pool: Pool, kind: PagedKind, request: WorkPageRequest): Promise<WorkPage> {
  const { now, limit, after } = request;
  const { rows } = await pool.query<Row>(
    `with item as materialized (${WORK_ITEMS[kind]}),
     placed as (select *, (extract(epoch from since) * 1000000)::bigint || '-' || ticket_id as place,
                       (extract(epoch from since) * 1000000)::bigint as at from item)
     select (select count(*) from item) as total,
            coalesce((select json_agg(page) from (
              select * from placed
               where $3::bigint is null or (at, ticket_id) > ($3::bigint, $4::text)
               order by at, ticket_id limit $2) page), '[]') as items`,
    [now, limit + 1, ...toPlace(after)],
  );
  const { total = '0', items = [] } = rows[0] ?? {};
  const shown = items.slice(0, limit);
  return {
    count: Number(total),
    items: shown.map(toItem),
    next: items.length > limit ? shown[shown.length - 1]?.place : undefined,
  };
}

/** A place is the moment in microseconds and the ticket. */
function toPlace(after: string | undefined): [string | null, string | null] {
  const [, at, ticketId] = /^(\d{1,18})-(\d{1,19})$/.exec(after ?? '') ?? [];
  return [at ?? null, ticketId ?? null];
}

function toItem(row: ItemRow): WorkItem {
  return {
    ticketId: row.ticket_id,
    since: new Date(row.since).toISOString(),
    reason: row.reason ?? undefined,
    billingAccountId: row.billing_account_id ?? undefined,
    requesterId: row.requester_id ?? undefined,
    action: row.action ?? undefined,
    credits: row.credits ?? undefined,
  };
}
