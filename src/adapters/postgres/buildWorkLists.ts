import type { Pool } from 'pg';
import { WORK_KINDS } from '../../use-cases/ports/workList';
import type { WorkItems, WorkKind, WorkList, WorkLists } from '../../use-cases/ports/workList';
import { withDatabaseErrors } from './withDatabaseErrors';

/** What each kind is in the tickets as they were last looked at; an index stands behind each (migration 0020). */
const CONDITIONS: Record<WorkKind, string> = {
  defect_still_charged: `is_solved and credit_state = 'debited' and (is_marked_defect or defect_ticket_id is not null)`,
  // An agent who returned it for a defect linked it to none.
  defect_left_after_refund: `credit_state = 'refunded' and reason = 'software_defect' and defect_ticket_id is null
    and exists (select from support_credits.ledger_entries refund
                 where refund.problem_id = state.problem_id and refund.kind = 'refund'
                   and refund.proof ->> 'defectTicketId' is not null)`,
  closed_unlike_ledger: 'closed_showing is not null and closed_showing <> credit_state',
  cut_off: 'cut_off_until is not null and cut_off_until > $2',
};

/** The lists of what people have to look at. */
export function buildWorkLists(pool: Pool): WorkLists {
  return withDatabaseErrors<WorkLists>({
    async readWorkList(now, limit) {
      const entries: [WorkKind, WorkItems][] = [];
      for (const kind of WORK_KINDS) entries.push([kind, await readItems(pool, kind, now, limit)]);
      return Object.fromEntries(entries) as WorkList;
    },
  });
}

async function readItems(pool: Pool, kind: WorkKind, now: string, limit: number): Promise<WorkItems> {
  const { rows } = await pool.query<{ ticket_id: string; total: string }>(
    `select ticket_id, count(*) over () as total from support_credits.ticket_states state
      where ${CONDITIONS[kind]} and $2::timestamptz is not null
      order by length(ticket_id), ticket_id limit $1`,
    [limit, now],
  );
  return { count: Number(rows[0]?.total ?? 0), ticketIds: rows.map((row) => row.ticket_id) };
}
