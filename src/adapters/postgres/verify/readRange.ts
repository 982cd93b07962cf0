import type { Pool } from 'pg';
import type { AccountRange } from '../../../use-cases/ports/ledgerProof';

const ENTRIES_PER_RANGE = 50_000;
const ACCOUNTS_PER_RANGE = 5_000;

/** Above every id: the last range also holds entries of accounts that are not there (any more). */
const END = '9223372036854775807';

/** The next accounts after `afterId`, by keyset; an account with more entries than a range holds is a range alone. */
export async function readRange(pool: Pool, afterId: string): Promise<AccountRange | undefined> {
  if (afterId === END) return undefined;
  const { rows } = await pool.query<{ id: string; entries: string }>(
    `select id, sum(entry_count) over (order by id) as entries
       from (select id, entry_count from support_credits.credit_accounts where id > $1 order by id limit $2) next
      order by id`,
    [afterId, ACCOUNTS_PER_RANGE],
  );
  const fitting = rows.filter((row) => Number(row.entries) <= ENTRIES_PER_RANGE);
  const isLast = fitting.length === rows.length && rows.length < ACCOUNTS_PER_RANGE;
  return { afterId, toId: isLast ? END : (fitting.at(-1)?.id ?? rows[0]?.id ?? END) };
}
