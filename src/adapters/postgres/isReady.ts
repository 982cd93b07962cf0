import type { Pool } from 'pg';
import { listMigrations } from './schemaMigrations';

/** True when the database answers and holds every migration of this build. */
export async function isReady(pool: Pool): Promise<boolean> {
  try {
    const { rows } = await pool.query<{ name: string }>('select name from support_credits.schema_migrations');
    const done = new Set(rows.map((row) => row.name));
    return (await listMigrations()).every((name) => done.has(name));
  } catch {
    // Not reachable or not migrated: either way not ready, and the caller only needs to know that.
    return false;
  }
}
