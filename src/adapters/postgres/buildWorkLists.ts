import type { Pool } from 'pg';
import { WORK_KINDS } from '../../use-cases/ports/workList';
import type { WorkItems, WorkKind, WorkList, WorkLists } from '../../use-cases/ports/workList';
import { withDatabaseErrors } from './withDatabaseErrors';
import { readWorkPage } from './work/readWorkPage';
import { TICKET_CONDITIONS } from './work/ticketConditions';

/** The lists of what people have to look at. */
export function buildWorkLists(pool: Pool): WorkLists {
  return withDatabaseErrors<WorkLists>({
    async readWorkList(now, limit) {
      const entries: [WorkKind, WorkItems][] = [];
      for (const kind of WORK_KINDS) entries.push([kind, await readItems(pool, kind, now, limit)]);
      return Object.fromEntries(entries) as WorkList;
    },
    readWorkPage: (kind, request) => readWorkPage(pool, kind, request),
  });
}

async function readItems(pool: Pool, kind: WorkKind, now: string, limit: number): Promise<WorkItems> {
  const { rows } = await pool.query<{ ticket_id: string; total: string }>(
    `select ticket_id, count(*) over () as total from support_credits.ticket_states state
      where ${TICKET_CONDITIONS[kind]} and $1::timestamptz is not null
      order by length(ticket_id), ticket_id limit $2`,
    [now, limit],
  );
  return { count: Number(rows[0]?.total ?? 0), ticketIds: rows.map((row) => row.ticket_id) };
}
