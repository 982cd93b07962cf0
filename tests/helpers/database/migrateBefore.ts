import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { listMigrations } from '../../../src/adapters/postgres/schemaMigrations';

const FOLDER = join(__dirname, '../../../src/adapters/postgres/migrations');

/** Makes the schema anew as it was before the migration with this number, such as `0005`, for `migrate` to go on from. */
export async function migrateBefore(pool: Pool, number: string): Promise<void> {
  await pool.query('drop schema support_credits cascade; create schema support_credits');
  await pool.query(
    'create table support_credits.schema_migrations (name text primary key, applied_at timestamptz)',
  );
  for (const name of (await listMigrations()).filter((each) => each < number)) {
    await pool.query(await readFile(join(FOLDER, name), 'utf8'));
    await pool.query('insert into support_credits.schema_migrations values ($1, now())', [name]);
  }
}
