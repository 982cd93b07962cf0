import type { Pool } from 'pg';
import type { GrantSource } from '../../../domain/credits/grant';
import type { OutstandingRow } from '../../../use-cases/ports/reports';

type Row = { source: GrantSource; is_paid: boolean; age: number; credits: string };

/** What clients have not used, by the age since which it can be used, and what they owe. Debts that stand are few: they have an index of their own. */
export async function readOutstanding(
  pool: Pool,
  today: string,
  agesDays: readonly number[],
): Promise<{ rows: OutstandingRow[]; owedCredits: number }> {
  const { rows } = await pool.query<Row>(
    `select source, is_paid, width_bucket($1::date - since_day, $2::integer[]) as age,
            sum(credits) as credits
       from support_credits.outstanding_credits group by 1, 2, 3 having sum(credits) <> 0 order by 1, 2, 3`,
    [today, agesDays],
  );
  const owed = await pool.query<{ credits: string }>(
    'select coalesce(sum(amount_credits), 0) as credits from support_credits.debts where amount_credits > 0',
  );
  return {
    rows: rows.map((row) => ({
      source: row.source,
      isPaid: row.is_paid,
      // Age 0 is before the first: not usable yet.
      fromDays: agesDays[row.age - 1] ?? null,
      credits: Number(row.credits),
    })),
    owedCredits: Number(owed.rows[0]?.credits ?? 0),
  };
}
