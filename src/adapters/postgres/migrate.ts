import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { applyMigration, listMigrations, lockMigrations, makeSchema, readApplied } from './schemaMigrations';

/**
 * Brings the database to the newest schema: our numbered SQL files, forward only, each in its own transaction, then the
 * tables of the job queue. Safe when several replicas start at once. Fails when the database holds a migration that this
 * build does not know: an older bridge must not write into a newer schema.
 */
export async function migrate(options: { connectionString: string }): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString: options.connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await lockMigrations(client);
    const applied = await applyMissing(client);
    await runMigrations({ connectionString: options.connectionString });
    return { applied };
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
}

async function applyMissing(client: Client): Promise<string[]> {
  await makeSchema(client);
  const done = await readApplied(client);
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
  await client.query('begin');
  try {
    await applyMigration(client, name);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    const reason = cause instanceof Error ? cause.message : 'unknown failure';
    throw new Error(`Migration ${name} failed (${reason}); the database is as it was before it.`, { cause });
  }
}
