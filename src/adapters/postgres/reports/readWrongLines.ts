import type { Pool } from 'pg';
import type { ReportRange, WrongLineRow } from '../../../use-cases/ports/reports';
import { IN_RANGE, toRangeParameters } from './rangeSql';

const WRONG_LINES = `coalesce(sum(entry_count) filter (where kind = 'refund' and value = 'wrong_line'), 0)`;

/** R6: how many debits there were and how many of the returns were for a wrong line; and who had handed those over. */
export async function readWrongLines(
  pool: Pool,
  range: ReportRange,
  limit: number,
): Promise<{ days: WrongLineRow[]; people: { personId: string; wrongLines: number }[] }> {
  const days = await pool.query<{ day: string; debits: string; wrong_lines: string }>(
    `select to_char(day, 'YYYY-MM-DD') as day, ${WRONG_LINES} as wrong_lines,
            coalesce(sum(entry_count) filter (where kind = 'debit'), 0) as debits
       ${IN_RANGE} and facet = 'reason' group by 1 order by 1`,
    toRangeParameters(range),
  );
  const people = await pool.query<{ person_id: string; wrong_lines: string }>(
    `select value as person_id, sum(entry_count) as wrong_lines
       ${IN_RANGE} and facet = 'handed_over' group by 1 order by 2 desc, 1 limit $4`,
    [...toRangeParameters(range), limit],
  );
  return {
    days: days.rows.map((row) => ({
      day: row.day,
      debits: Number(row.debits),
      wrongLines: Number(row.wrong_lines),
    })),
    people: people.rows.map((row) => ({ personId: row.person_id, wrongLines: Number(row.wrong_lines) })),
  };
}
