import type { ClientBase } from 'pg';
import { backupError } from './backupError';

/** Every worker holds one while it lives (`../worker/holdPresence.ts`), and nothing else of this program takes shared ones. */
const COUNT_PRESENCES = `
select count(*)::integer as workers from pg_locks
 where locktype = 'advisory' and mode = 'ShareLock' and granted
   and database = (select oid from pg_database where datname = current_database())`;

/** Fails with `database_in_use` while a bridge works on the database. */
export async function refuseInUse(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ workers: number }>(COUNT_PRESENCES);
  if (rows[0]?.workers === 0) return;
  throw backupError(
    'database_in_use',
    'A bridge works on the database: stop every bridge on it first, then restore.',
  );
}
