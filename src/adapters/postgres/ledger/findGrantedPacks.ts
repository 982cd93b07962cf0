import type { PoolClient } from 'pg';
import type { NewEntry } from '../../../domain/credits/newEntry';

/** Keys of pack grants among the entries that were granted already, whichever account they were granted to. */
export async function findGrantedPacks(client: PoolClient, entries: readonly NewEntry[]): Promise<string[]> {
  const keys = entries
    .filter((entry) => entry.kind === 'grant' && entry.source === 'pack')
    .map(({ key }) => key);
  if (keys.length === 0) return [];
  const { rows } = await client.query<{ key: string }>(
    'select key from support_credits.grants where key = any($1)',
    [keys],
  );
  return rows.map(({ key }) => key);
}
