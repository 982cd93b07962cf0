import type { Pool } from 'pg';

/**
 * All that the database holds: the rows of each table of ledger and queue in one order, without who works on a job just now
 * and without when which migration ran; and the next number of each column that counts by itself.
 */
export async function readEverything(pool: Pool): Promise<Record<string, unknown>> {
  const everything: Record<string, unknown> = {};
  const { rows: tables } = await pool.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('support_credits', 'graphile_worker') and tablename not in ('migrations') order by 1`);
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: object }>(
      `select to_jsonb(t) - array['locked_at', 'locked_by', 'is_available', 'applied_at'] as row from ${name} t order by 1`,
    );
    everything[name] = rows.map(({ row }) => row);
  }
  const { rows: sequences } = await pool.query<{ name: string }>(`
    select format('%I.%I', schemaname, sequencename) as name from pg_sequences
     where schemaname in ('support_credits', 'graphile_worker') order by 1`);
  for (const { name } of sequences) {
    const { rows } = await pool.query<{ next: string }>(
      `select case when is_called then last_value + 1 else last_value end as next from ${name}`,
    );
    everything[name] = rows[0]?.next;
  }
  return everything;
}

/** Which triggers are switched how. */
export async function readTriggers(pool: Pool): Promise<unknown[]> {
  const { rows } = await pool.query(
    `select tgrelid::regclass::text as "table", tgname as name, tgenabled as state from pg_trigger
      where not tgisinternal order by 1, 2`,
  );
  return rows;
}
