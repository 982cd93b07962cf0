import type { Pool } from 'pg';
import type { WrongLineCount } from '../../../use-cases/ports/ledger';

/** R6: who handed over tickets whose credit went back since for a wrong line, most first. */
export async function countWrongLines(pool: Pool, since: string): Promise<WrongLineCount[]> {
  const { rows } = await pool.query<{ person_id: string; times: number }>(
    `select proof ->> 'handedOverBy' as person_id, count(*)::integer as times
       from support_credits.ledger_entries
      where kind = 'refund' and reason = 'wrong_line' and occurred_at >= $1 and proof ->> 'handedOverBy' is not null
      group by 1 order by 2 desc, 1`,
    [since],
  );
  return rows.map((row) => ({ personId: row.person_id, count: row.times }));
}
