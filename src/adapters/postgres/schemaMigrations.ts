import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';

/** Two replicas that start at once: the second waits here until the first has migrated. Any constant will do. */
const MIGRATION_LOCK = 7_205_114_903;

const FOLDER = join(__dirname, 'migrations');

/** Names of the migrations of this build, in order. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files.filter((file) => file.endsWith('.sql')).sort();
}

/** Waits until nobody else changes the schema; then this connection alone may, until it ends. */
export async function lockMigrations(client: ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
}

/** Makes what the migrations write of themselves, where it is missing. */
export async function makeSchema(client: ClientBase): Promise<void> {
  await client.query(`
    create schema if not exists support_credits;
    create table if not exists support_credits.schema_migrations (
      name text primary key,
      applied_at timestamptz not null default clock_timestamp()
    )`);
}

/** Names of the migrations that the database holds; the schema has to be there. */
export async function readApplied(client: ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>('select name from support_credits.schema_migrations');
  return new Set(rows.map(({ name }) => name));
}

/** Applies one migration, in the transaction of the caller. */
export async function applyMigration(client: ClientBase, name: string): Promise<void> {
  await client.query(await readFile(join(FOLDER, name), 'utf8'));
  await client.query('insert into support_credits.schema_migrations (name) values ($1)', [name]);
}
