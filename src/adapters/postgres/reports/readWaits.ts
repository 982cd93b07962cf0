import type { Pool } from 'pg';
import type { ReportRange, WaitRow } from '../../../use-cases/ports/reports';
import { IN_RANGE, toRangeParameters } from './rangeSql';

/** The classes of migration 0033, from 1 on. */
const BELOW_SECONDS = [5, 10, 30, 60, 300, 3_600, 86_400, null];

/** How long after the submit tickets were debited; each class is there, also an empty one. */
export async function readWaits(
  pool: Pool,
  range: ReportRange,
): Promise<{ rows: WaitRow[]; unknownDebits: number }> {
  const { rows } = await pool.query<{ wait_class: number; debits: string }>(
    `select value::integer as wait_class, sum(entry_count) as debits ${IN_RANGE} and facet = 'wait' and kind = 'debit'
      group by 1`,
    toRangeParameters(range),
  );
  const debits = new Map(rows.map((row) => [row.wait_class, Number(row.debits)]));
  return {
    rows: BELOW_SECONDS.map((belowSeconds, index) => ({ belowSeconds, debits: debits.get(index + 1) ?? 0 })),
    unknownDebits: debits.get(0) ?? 0,
  };
}
