import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';

/** Two replicas that start at once: the second waits here until the first has migrated. Any constant will do. */
const MIGRATION_LOCK = 7_205_114_903;

const FOLDER = join(__dirname, 'migrations');

/**
 * Brings the database to the newest schema: our numbered SQL files, forward only, each in its own transaction, then the
 * tables of the job queue. Safe when several replicas start at once. Fails when the database holds a migration that this
 * build does not know: an older bridge must not write into a newer schema.
 */
export async function migrate(options: { connectionString: string }): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString: options.connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await applyMissing(client);
    await runMigrations({ connectionString: options.connectionString });
    return { applied };
  } finally {
    // The advisory lock ends with the connection.
    await client.end();
  }
}

/** Names of the migrations of this build, in order. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files.filter((file) => file.endsWith('.sql')).sort();
}

async function applyMissing(client: Client): Promise<string[]> {
  await client.query(`
    create schema if not exists support_credits;
    create table if not exists support_credits.schema_migrations (
      name text primary key,
      applied_at timestamptz not null default clock_timestamp()
    )`);
  const { rows } = await client.query<{ name: string }>('select name from support_credits.schema_migrations');
  const done = new Set(rows.map((row) => row.name));
  const known = await listMigrations();
  const unknown = [...done].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `The database is newer than this bridge: it holds ${unknown.join(', ')}. Start the newer bridge.`,
    );
  }
  const missing = known.filter((name) => !done.has(name));
  for (const name of missing) await apply(client, name);
  return missing;
}

async function apply(client: Client, name: string): Promise<void> {
  const sql = await readFile(join(FOLDER, name), 'utf8');
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into support_credits.schema_migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    const reason = cause instanceof Error ? cause.message : 'unknown failure';
    throw new Error(`Migration ${name} failed (${reason}); the database is as it was before it.`, { cause });
  }
}
