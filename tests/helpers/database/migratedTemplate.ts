import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { migrate } from '../../../src/adapters/postgres/migrate';
import { urlOfDatabase } from './adminClient';

export const TEMPLATE = 'support_credits_template';

const LOCK = 7_320_110_002;
const MIGRATIONS = join(__dirname, '../../../src/adapters/postgres/migrations');

/**
 * Makes the migrated template unless it stands already, one test process at a time. Its comment holds the hash of what
 * it was made from: a half-made template has none, and one of older migrations (on a server that outlives the
 * run) another, so both are made again.
 */
export async function ensureTemplate(admin: Client): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    const wanted = hashOfMigrations();
    if ((await readMark(admin)) === wanted) return;
    await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
    await admin.query(`create database ${TEMPLATE}`);
    await migrate({ connectionString: urlOfDatabase(TEMPLATE) });
    await admin.query(`comment on database ${TEMPLATE} is '${wanted}'`);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

async function readMark(admin: Client): Promise<string | undefined> {
  const { rows } = await admin.query<{ mark: string | null }>(
    `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
    [TEMPLATE],
  );
  return rows[0]?.mark ?? undefined;
}

function hashOfMigrations(): string {
  const hash = createHash('sha256');
  for (const code of ['migrate.ts', 'schemaMigrations.ts'])
    hash.update(readFileSync(join(MIGRATIONS, '..', code)));
  for (const name of readdirSync(MIGRATIONS).sort()) {
    hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
  }
  return hash.digest('hex');
}
